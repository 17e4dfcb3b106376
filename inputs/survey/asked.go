package survey

import (
	"fmt"
	"slices"
	"strings"
)

// asked reports whether the skip logic led an office to an item.
func (im *Imported) asked(it *item, office string) bool {
	if it.Repeat != "" {
		for _, x := range im.Form.items {
			if x.Type == Repeat && x.Code == it.Repeat {
				if g := im.answers[x][office]; !g.answered() {
					return false
				}
			}
		}
	}
	return it.asked.Holds(func(name string) (string, bool) { return im.value(name, office) })
}

// value is what an office answered to a question, as conditions see it, and
// whether that is known: what a form works out, who answers, and questions that
// the export has no column for are not.
func (im *Imported) value(name, office string) (string, bool) {
	it := im.Form.item(name)
	switch {
	case it == nil || it.personal:
		return "", false
	case it == im.office.item:
		return it.called(im.said[office], im.Form.coded), true
	case im.answers[it] == nil:
		return "", false
	}
	g := im.answers[it][office]
	switch {
	case len(g.options) > 0:
		names := make([]string, len(g.options))
		for i, o := range g.options {
			names[i] = it.optionName(o, im.Form.coded)
		}
		return strings.Join(names, " "), true
	case g.number != nil:
		places, _ := g.number.FloatPrec()
		return g.number.FloatString(places), true
	case g.na && !im.Form.coded && it.NotApplicableName != "":
		return it.NotApplicableName, true
	case g.na:
		return NotApplicableMeasure, true
	}
	return g.text, true
}

// called is what conditions call the answer that a cell holds.
func (x *item) called(text string, coded bool) string {
	if i, ok := x.find(text); ok && i >= 0 {
		return x.optionName(i, coded)
	}
	return text
}

func (x *item) optionName(option int, coded bool) string {
	if coded {
		return x.Options[option].Code
	}
	return x.names[option]
}

// warnUnknown warns of conditions on what is not known.
func (im *Imported) warnUnknown() {
	var unknown []string
	under := map[string][]*item{}
	for _, it := range im.kept() {
		it.asked.Questions(func(name string) {
			if _, known := im.value(name, ""); known || slices.Contains(under[name], it) {
				return
			}
			if under[name] == nil {
				unknown = append(unknown, name)
			}
			under[name] = append(under[name], it)
		})
	}
	for _, name := range unknown {
		list := under[name]
		im.Report.Warn("survey-condition", list[0].at, fmt.Sprintf("whether %s was asked depends on %s, of which the answers tell nothing: an empty answer counts as left blank", codesOf(list), short(name)),
			"export that question too; where it is none, mind that the base may hold offices that were not asked")
	}
}

// codesOf names items in a line.
func codesOf(list []*item) string {
	const most = 6
	var codes []string
	for _, it := range list[:min(len(list), most)] {
		codes = append(codes, it.Code)
	}
	if len(list) > most {
		return fmt.Sprintf("%s … (%d questions)", strings.Join(codes, ", "), len(list))
	}
	return strings.Join(codes, ", ")
}
