package survey

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/lang"
)

// row reads one row of the sheet survey.
func (f *formReader) row(x formRow) {
	kind, list := splitType(x.cell("type"))
	name := x.cell("name")
	switch kind {
	case "":
		return
	case "begin_group", "begin_repeat":
		f.begin(x, name, kind == "begin_repeat")
		return
	case "end_group", "end_repeat":
		if len(f.open) == 0 {
			f.r.Error("survey-form", x.at(), "a group ends here that has not begun", "remove the row, or add begin_group")
			return
		}
		f.open = f.open[:len(f.open)-1]
		return
	}
	q, personal, known := f.question(x, kind, list)
	if !known {
		f.unread(x, name, personal)
		return
	}
	if name == "" {
		f.r.Error("survey-form", x.at(), "the question has no name", "give it a short one in the column name")
		return
	}
	q.Label = x.label(f.fallback)
	if q.Label.Empty() {
		q.Label = strict.Text{By: []strict.Tr{{Lang: f.fallback, Str: strict.Str{S: name}}}}
	}
	q.Unit, q.One = x.text("unit", f.fallback), x.text("one", f.fallback)
	item := &item{Question: q, name: name, personal: personal || !q.Type.Selects() && isPersonal(name, q.Label), at: x.at()}
	f.place(item)
	item.condition(x.cell("relevant", "relevance"), f.r)
	if q.Type.Selects() {
		f.choose(item, list, kind)
	}
	f.form.items = append(f.form.items, item)
	if strings.HasSuffix(kind, " or_other") {
		f.other(item)
	}
}

// otherTypes are what pyxform takes for types of selections too, the longer
// first.
var otherTypes = [][2]string{
	{"select one from", "select_one"},
	{"select one", "select_one"},
	{"select multiple from", "select_multiple"},
	{"select multiple", "select_multiple"},
	{"select all that apply from", "select_multiple"},
	{"select all that apply", "select_multiple"},
}

// splitType takes the list of choices off a type.
func splitType(text string) (kind, list string) {
	words := strings.Fields(text)
	for _, o := range otherTypes {
		if n := strings.Count(o[0], " ") + 1; len(words) >= n && strings.EqualFold(strings.Join(words[:n], " "), o[0]) {
			words = append([]string{o[1]}, words[n:]...)
			break
		}
	}
	if len(words) == 0 {
		return "", ""
	}
	kind = strings.ToLower(words[0])
	if (kind == "begin" || kind == "end") && len(words) > 1 {
		return kind + "_" + strings.ToLower(words[1]), ""
	}
	if len(words) > 1 {
		list = words[1]
	}
	if len(words) > 2 && strings.Trim(strings.ToLower(words[len(words)-1]), "_ ") == "or_other" || strings.HasSuffix(strings.ToLower(text), " or other") {
		kind += " or_other"
	}
	return kind, list
}

// question tells the type of a question; known is false for what asks nothing
// that is kept.
func (f *formReader) question(x formRow, kind, list string) (q Question, personal, known bool) {
	switch strings.TrimSuffix(kind, " or_other") {
	case "select_one", "select1":
		q.Type = SelectOne
	case "select_multiple", "select":
		q.Type = SelectMultiple
	case "integer", "int":
		q.Type = Integer
	case "decimal", "range":
		q.Type = Decimal
	case "text", "string":
		q.Type = Text
	case "date", "today":
		q.Type = Date
		return q, false, kind == "date"
	case "email", "phonenumber", "username", "subscriberid", "simserial", "deviceid", "geopoint", "geotrace", "geoshape":
		return q, true, false
	default:
		if !isOne(kind, quietTypes) {
			f.r.Warn("survey-type", x.at(), "questions of type "+short(kind)+" are not read", "correct the type, or ask in another way, if the answers are to be counted")
		}
		return q, false, false
	}
	if q.Type.Selects() && list == "" {
		f.r.Error("survey-form", x.at(), "the question names no list of choices", "write "+string(q.Type)+" and the name of a list")
		return q, false, false
	}
	return q, false, true
}

// quietTypes are types of rows that ask nothing that could be counted.
const quietTypes = "note|calculate|hidden|image|audio|video|file|barcode|acknowledge|trigger|start|end|audit|start-geopoint|background-geopoint|background-audio|" +
	"xml-external|csv-external"

// unread notes a row whose answers are not read.
func (f *formReader) unread(x formRow, name string, personal bool) {
	if name == "" {
		return
	}
	it := &item{Question: Question{Label: x.label(f.fallback)}, name: name, at: x.at()}
	it.personal = personal || isPersonal(name, it.Label)
	f.place(it)
	f.form.unread = append(f.form.unread, it)
}

// place notes the groups around an item.
func (f *formReader) place(x *item) {
	for _, g := range f.open {
		x.groups = append(x.groups, g.name)
		x.titles = append(x.titles, g.title)
		x.asked = x.asked.And(g.asked)
		if g.repeat {
			x.Repeat = g.name
		}
	}
}

func (f *formReader) begin(x formRow, name string, repeat bool) {
	g := formGroup{name: name, title: x.label(f.fallback), repeat: repeat, at: x.at()}
	const deepest = 20
	if len(f.open) > deepest {
		f.r.Error("survey-form", x.at(), "groups are nested too deeply", "check that it is the right file")
		return
	}
	probe := &item{name: name, at: x.at()}
	probe.condition(x.cell("relevant", "relevance"), f.r)
	if repeat && name == "" {
		f.r.Error("survey-form", x.at(), "the repeat has no name", "give it a short one in the column name")
	} else if repeat {
		q := &item{Question: Question{Type: Repeat, Label: g.title}, name: name, at: x.at()}
		if q.Label.Empty() {
			q.Label = strict.Text{By: []strict.Tr{{Lang: f.fallback, Str: strict.Str{S: name}}}}
		}
		f.place(q)
		q.asked = q.asked.And(probe.asked)
		f.form.items = append(f.form.items, q)
	}
	g.asked = probe.asked
	f.open = append(f.open, g)
}

// choose gives an item its options. One that says that the question does not
// apply is no option but a state.
func (f *formReader) choose(x *item, list, kind string) {
	choices := f.lists[list]
	if len(choices) == 0 {
		f.r.Error("survey-form", x.at, "there is no list of choices "+short(list), "add it to the sheet choices, or correct the name")
	}
	if len(choices) > MaxOptions {
		f.r.Error("survey-options", x.at, "the list "+short(list)+" has too many choices", "check that it is the right file")
		return
	}
	for _, c := range choices {
		if notApplicable(c.name, c.label) {
			x.NotApplicable, x.NotApplicableName = c.label, c.name
			continue
		}
		x.Options = append(x.Options, Option{Label: c.label})
		x.names = append(x.names, c.name)
		if c.label.Empty() {
			x.Options[len(x.Options)-1].Label = strict.Text{By: []strict.Tr{{Lang: f.fallback, Str: strict.Str{S: c.name}}}}
		}
	}
	if strings.HasSuffix(kind, " or_other") && !slices.Contains(x.names, "other") {
		label := strict.Text{By: []strict.Tr{{Lang: f.fallback, Str: strict.Str{S: lang.For(f.fallback).Strings().OtherAnswers}}}}
		x.Options = append(x.Options, Option{Label: label})
		x.names = append(x.names, "other")
	}
}

// other adds the question for words that or_other asks.
func (f *formReader) other(of *item) {
	x := &item{Question: Question{Type: Text, Label: of.Label, Repeat: of.Repeat}, name: of.name + "_other", groups: of.groups, titles: of.titles, asked: of.asked, at: of.at}
	only := &Condition{&term{op: "selected", of: []*term{{op: "$", text: of.name}, {op: "'", text: "other"}}}}
	x.asked = x.asked.And(only)
	f.form.items = append(f.form.items, x)
}

// code gives questions and options the codes by which facts are called, and
// conditions the text with these codes.
func (f *Form) code(r *source.Reporter) {
	seen := map[string]*item{}
	count := map[string]int{}
	for _, x := range f.items {
		count[codeOf(x.name)]++
	}
	for _, x := range f.items {
		x.Code = codeOf(x.name)
		if count[x.Code] > 1 && len(x.groups) > 0 {
			x.Code = codeOf(x.groups[len(x.groups)-1]) + "." + x.Code
		}
		if !IsQuestionCode(x.Code) {
			r.Error("survey-code", x.at, "no code can be made of the name "+short(x.name), "give the question a short name of letters, digits and _ in the form")
		}
		if first := seen[x.Code]; first != nil {
			r.Add(source.Diagnostic{
				Code: "survey-code-twice", At: x.at, Excerpt: x.name, Message: "two questions have the code " + short(x.Code),
				Fix: "give one of them another name in the form", Related: []source.Related{{At: first.at, Message: "the other question"}},
			})
		}
		seen[x.Code] = x
		if x.Code != x.name {
			x.Name = x.name
		}
		x.codeOptions(r)
		x.sameLabels(r)
	}
	for _, x := range f.items {
		if x.Repeat != "" {
			if of := f.item(x.Repeat); of != nil {
				x.Repeat = of.Code
			}
		}
		x.Base = x.asked.Text(f.codeOfName, f.optionCode)
	}
}

// codeOptions gives the options their codes.
func (x *item) codeOptions(r *source.Reporter) {
	seen := map[string]bool{}
	for i, name := range x.names {
		code := strings.ReplaceAll(plainCode(name), ".", "_")
		if slices.Contains(Measures(), code) {
			code = "option_" + code
		}
		if seen[code] || !IsOptionCode(code) {
			r.Error("survey-option", x.at, "the choice "+short(name)+" of "+short(x.name)+" has no code of its own", "give it a short name in the sheet choices that differs from the others in letters, digits and _")
		}
		seen[code] = true
		x.Options[i].Code = code
		if code != name {
			x.Options[i].Name = name
		}
	}
}

// sameLabels warns of choices that an export with labels cannot tell apart.
func (x *item) sameLabels(r *source.Reporter) {
	seen := map[strict.Tr]bool{}
	for _, o := range x.Options {
		for _, tr := range o.Label.By {
			key := strict.Tr{Lang: tr.Lang, Str: strict.Str{S: fold(tr.S)}}
			if seen[key] {
				r.Warn("survey-option", x.at, fmt.Sprintf("two choices of %s have the label %q", x.Code, short(tr.S)), "export with names instead of labels, or give them labels that differ")
				return
			}
			seen[key] = true
		}
	}
}

func (f *Form) codeOfName(name string) string {
	if x := f.item(name); x != nil {
		return x.Code
	}
	return name
}

func (f *Form) optionCode(question, option string) string {
	if x := f.item(question); x != nil {
		if i := slices.Index(x.names, option); i >= 0 {
			return x.Options[i].Code
		}
		if x.NotApplicableName != "" && option == x.NotApplicableName {
			return NotApplicableMeasure
		}
	}
	return option
}

// codeOf makes the code of a question of a name.
func codeOf(name string) string {
	code := plainCode(name)
	for strings.Contains(code, "..") {
		code = strings.ReplaceAll(code, "..", ".")
	}
	code = strings.Trim(code, ".")
	if code == "" || code[0] < 'a' || code[0] > 'z' {
		code = "q_" + strings.TrimLeft(code, "_")
	}
	return code
}

// plainCode is a name in small letters, digits, _ and points.
func plainCode(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '_', r == '.':
			return r
		}
		return '_'
	}, name)
}

// notApplicable reports whether an option says that the question does not apply.
func notApplicable(name string, label strict.Text) bool {
	return notApplicableWord(head(name)) || slices.ContainsFunc(texts(label), func(s string) bool { return notApplicableWord(head(s)) })
}

// notApplicableWord reports whether a folded text is one of the usual ones.
func notApplicableWord(key string) bool {
	switch key {
	case "na", "n/a", "n.a.", "n.a", "n_a", "not_applicable", "not-applicable", "notapplicable", "not applicable", "does not apply", "sans objet", "s.o.", "s.o",
		"non applicable", "no aplica", "no procede", "no aplicable":
		return true
	}
	return false
}

func texts(t strict.Text) []string {
	out := make([]string, len(t.By))
	for i, tr := range t.By {
		out[i] = tr.S
	}
	return out
}

// isPersonal reports whether a question asks who answers it. Its answers are not
// kept, whatever its type.
func isPersonal(name string, label strict.Text) bool {
	for _, w := range append([]string{strings.ReplaceAll(name, "_", " ")}, texts(label)...) {
		words := strings.FieldsFunc(fold(w), func(r rune) bool { return !isWord(r) })
		if len(words) > 4 { // a sentence that speaks of such things
			continue
		}
		joined := " " + strings.Join(words, " ") + " "
		for _, p := range personalWords {
			if strings.Contains(joined, " "+p+" ") {
				return true
			}
		}
	}
	return false
}

// personalWords are the words by which forms ask who answers.
var personalWords = []string{
	"email", "e mail", "phone", "telephone", "mobile number", "ip", "ip address", "respondent", "your name", "name of respondent", "full name", "first name",
	"last name", "surname", "focal point name", "contact person", "job title", "nom du répondant", "votre nom", "prénom", "courriel", "téléphone",
	"adresse électronique", "nombre y apellidos", "su nombre", "apellido", "apellidos", "correo electrónico", "correo", "teléfono",
}
