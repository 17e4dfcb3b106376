package survey

import (
	"fmt"
	"math/big"
	"strings"

	"assemble/inputs/source"
)

// readRepeat adds up the rows of a repeat by office: how many there are, how
// often an option was chosen, and what the numbers are together.
func (im *Imported) readRepeat(t *extract, taken []*submission) {
	parent, office := im.link(t, taken)
	if parent == nil {
		im.Report.Error("survey-repeat", source.At(t.pos(t.head, 0)), "nothing tells to which answers the rows of this repeat belong",
			"export all tables together, with the columns _index and _parent_index of KoboToolbox or KEY and PARENT_KEY of ODK")
		return
	}
	by := im.columnsOf(t)
	var repeat *item
	for it := range by {
		for _, x := range im.Form.items {
			if x.Type == Repeat && x.Code == it.Repeat {
				repeat = x
			}
		}
		im.answered(it)
	}
	if repeat != nil {
		im.answered(repeat)
	}
	orphans := rowSet{}
	for _, row := range t.rows {
		code, ok := office(cellText(row.cell(parent.at)))
		if !ok {
			orphans.add(int32(row.n))
			continue
		}
		if code == "" { // of a submission that does not count
			continue
		}
		if repeat != nil {
			im.addUp(repeat, code, given{number: big.NewRat(1, 1), seen: true})
		}
		for _, it := range im.Form.items {
			if columns, ok := by[it]; ok {
				im.addUp(it, code, im.readItem(it, columns, t, row))
			}
		}
	}
	if orphans.len() > 0 {
		im.Report.Warn("survey-repeat", source.At(t.pos(int(orphans.rows[0]), parent.at)), "rows of a repeat belong to no answers: "+orphans.brief(), "export all tables together")
	}
}

// link finds the column that refers to the whole, and the office of what it
// refers to: "" for a submission that does not count. It is nil if there is none.
func (im *Imported) link(t *extract, taken []*submission) (*column, func(string) (string, bool)) {
	counts := map[*submission]bool{}
	for _, s := range taken {
		counts[s] = true
	}
	for _, keys := range [][2]string{{"key", "parent_key"}, {"_id", "_submission__id"}, {"_index", "_parent_index"}} {
		key, parent := im.main.headed(keys[0]), t.headed(keys[1])
		if key == nil || parent == nil || keys[0] == "_index" && !t.below(im.main.sheet.Name) {
			continue
		}
		by := map[string]string{}
		for _, s := range im.rows {
			code := s.office
			if !counts[s] {
				code = ""
			}
			by[cellText(s.cell(key.at))] = code
		}
		return parent, func(key string) (string, bool) {
			code, ok := by[root(key, by)]
			return code, ok
		}
	}
	return nil, nil
}

// headed is the column of a head, or nil.
func (t *extract) headed(name string) *column {
	for i := range t.columns {
		if head(t.columns[i].head) == name {
			return &t.columns[i]
		}
	}
	return nil
}

// below reports whether the rows of a repeat belong to the table of a name, as
// far as KoboToolbox says. Those of a repeat within a repeat refer to its rows,
// whose numbers look like those of the whole.
func (t *extract) below(name string) bool {
	c := t.headed("_parent_table_name")
	for _, row := range t.rows {
		if c != nil && cellText(row.cell(c.at)) != name {
			return false
		}
	}
	return true
}

// root is the key of the whole: ODK writes the key of a repeat within a repeat
// as uuid:…/repeat[1].
func root(key string, known map[string]string) string {
	if _, ok := known[key]; ok {
		return key
	}
	first, _, _ := strings.Cut(key, "/")
	return first
}

// addUp adds an answer in a repeat to what the office answered before.
func (im *Imported) addUp(it *item, office string, g given) {
	answers := im.answered(it)
	sum := answers[office]
	sum.options = append(sum.options, g.options...)
	sum.na = sum.na || g.na
	sum.seen = sum.seen || g.seen
	switch {
	case g.number == nil:
	case sum.number == nil:
		sum.number = g.number
	default:
		sum.number = new(big.Rat).Add(sum.number, g.number)
	}
	switch {
	case sum.text == "":
		sum.text = g.text
	case g.text != "" && it.Type == Text:
		sum.text += "\n" + g.text
	}
	answers[office] = sum
}

// answered are the answers to an item that the export has a place for.
func (im *Imported) answered(it *item) map[string]given {
	if im.answers[it] == nil {
		im.answers[it] = map[string]given{}
	}
	return im.answers[it]
}

// reply gathers the answers of all offices to the questions of the codebook.
func (im *Imported) reply() *Answers {
	var list []Reply
	for _, it := range im.kept() {
		passed := rowSet{}
		for _, s := range im.taken() {
			g := im.answers[it][s.office]
			a := Answer{Office: s.office, State: Blank}
			asked := im.asked(it, s.office)
			switch {
			case g.answered():
				a.State = Answered
				im.fill(&a, it, g, s)
				if !asked {
					passed.add(int32(s.n))
				}
			case g.na:
				a.State = NotApplicable
			case !asked:
				a.State = NotAsked
			}
			list = append(list, Reply{it.Code, a})
		}
		if passed.len() > 0 {
			im.Report.Warn("survey-passed", source.At(im.main.pos(int(passed.rows[0]), 0)),
				fmt.Sprintf("%s is answered where the skip logic does not ask it: rows %s", it.Code, passed.brief()), "correct the condition in the codebook, or the answers; they count as given")
		}
	}
	im.warnUnknown()
	return NewAnswers(im.Year, 0, list)
}

// fill puts what was given into an answer.
func (im *Imported) fill(a *Answer, it *item, g given, s *submission) {
	switch {
	case it.Type.Selects():
		if it.Type == SelectOne && it.Repeat == "" && len(g.options) > 1 {
			im.Report.Error("survey-options", source.At(im.main.pos(s.n, 0)), "more than one option of "+it.Code+" is chosen, and it asks for one", "correct the answer, or make the question a select_multiple")
			return
		}
		times := map[int]int64{}
		for _, o := range g.options {
			times[o]++
		}
		for i := range it.Options {
			if times[i] > 0 {
				a.Options = append(a.Options, Choice{Option: it.Options[i].Code, Times: times[i]})
			}
		}
	case it.Type.Counts():
		a.Value = g.number
	case it.Type == Date:
		a.Text = g.text
	case im.keepsText(it):
		a.Text = im.clean(g.text, it, s)
	}
}

// clean makes a text that is kept fit for a table, and warns of what looks like
// a person.
func (im *Imported) clean(text string, it *item, s *submission) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' {
			return ' '
		}
		return r
	}, strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\r\n", "\n"))
	at := source.At(im.main.pos(s.n, 0))
	if len(text) >= maxText {
		im.Report.Error("survey-text", at, "the text of "+it.Code+" is too long to be kept", "shorten it in the export")
		return ""
	}
	if strings.Contains(text, "@") {
		im.Report.Warn("survey-text", at, "the text of "+it.Code+" that is kept holds what looks like an e-mail address", "remove it from the export, and import again")
	}
	return text
}
