package survey

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// Form is a questionnaire as exports present it: the questions of a codebook
// with the names that the form gave them.
type Form struct {
	items []*item
	// unread are the rows of the form whose answers are not read: what it works
	// out, pictures, places, who answers. Exports have columns for them too.
	unread []*item
	// coded says that conditions name codes: they come from a codebook.
	coded bool
}

// item is one question of a form.
type item struct {
	Question
	name     string   // in the form
	groups   []string // names of the groups around it, outermost first
	titles   []strict.Text
	names    []string       // of the options
	asked    *Condition     // over names
	personal bool           // what it asks for concerns a person
	words    map[string]int // the options by what they can be called; made when it is wanted
	at       source.Span
}

// FormOf makes a form of a codebook that an earlier import wrote: of the
// questions of its last year.
func FormOf(b *Codebook, r *source.Reporter) *Form {
	f := &Form{coded: true}
	years := b.Years()
	for i := range b.Questions {
		q := b.Questions[i]
		if len(years) > 0 && !q.In(years[len(years)-1]) {
			continue
		}
		x := &item{Question: q, name: cmp.Or(q.Name, q.Code), at: q.At}
		x.Options = slices.DeleteFunc(slices.Clone(q.Options), func(o Option) bool { return !o.In(years[len(years)-1]) })
		for _, o := range x.Options {
			x.names = append(x.names, cmp.Or(o.Name, o.Code))
		}
		x.condition(q.Base, r)
		f.items = append(f.items, x)
	}
	return f
}

// condition takes the condition under which an item is asked. One that is not
// understood cannot tell blank from not asked.
func (x *item) condition(text string, r *source.Reporter) {
	c, err := ParseCondition(text)
	if err != nil {
		r.Warn("survey-condition", x.at, x.name+" is asked under a condition that is not understood ("+err.Error()+"): an empty answer counts as left blank",
			"write the condition with and, or, not(), selected() and comparisons, if it matters who was not asked")
		return
	}
	x.asked = x.asked.And(c)
}

// item returns the item that a condition names.
func (f *Form) item(name string) *item {
	i := slices.IndexFunc(f.items, func(x *item) bool { return f.coded && x.Code == name || !f.coded && x.name == name })
	if i < 0 {
		return nil
	}
	return f.items[i]
}

// isForm reports whether a workbook is an XLSForm.
func isForm(b *sheet.Book) bool { return sheetNamed(b, "survey") != nil || isStacked(b) }

func sheetNamed(b *sheet.Book, name string) *sheet.Sheet {
	for _, s := range b.Sheets() {
		if strings.EqualFold(strings.TrimSpace(s.Name), name) {
			return s
		}
	}
	return nil
}

// isStacked reports whether a text holds the sheets of an XLSForm below each
// other, as pyxform reads them: the name of a sheet in the first column, its rows
// behind an empty one.
func isStacked(b *sheet.Book) bool {
	for row := range b.Sheets()[0].Rows() {
		return len(b.Sheets()) == 1 && isOne(head(cellText(row.Cell(1))), "survey|choices|settings")
	}
	return false
}

// formRows gives the rows below the heads of a sheet of a form.
func formRows(b *sheet.Book, name string) func(func(formRow) bool) {
	s, first := sheetNamed(b, name), 1
	if s == nil && isStacked(b) {
		s, first = b.Sheets()[0], 2
	}
	return func(yield func(formRow) bool) {
		if s == nil {
			return
		}
		var heads []string
		headRow, in := 0, first == 1
		for row := range s.Rows() {
			if title := cellText(row.Cell(1)); first == 2 && title != "" {
				in, heads = head(title) == name, nil
				continue
			}
			switch {
			case !in:
			case heads == nil:
				headRow = row.N
				for i := first; i <= len(row.Cells); i++ {
					heads = append(heads, strings.ToLower(cellText(row.Cell(i))))
				}
			case !yield(formRow{s, heads, row, first, headRow}):
				return
			}
		}
	}
}

// formReader reads an XLSForm.
type formReader struct {
	r        *source.Reporter
	fallback string // language of labels that name none
	lists    map[string][]choice
	form     *Form
	open     []formGroup
}

// choice is one line of the choices.
type choice struct {
	name  string
	label strict.Text
	at    source.Span
}

// formGroup is a group or repeat that is open.
type formGroup struct {
	name   string
	title  strict.Text
	asked  *Condition
	repeat bool
	at     source.Span
}

// readForm reads the questions of an XLSForm. Labels without a language are in
// the default language of the form, or else in fallback.
func readForm(b *sheet.Book, fallback string, r *source.Reporter) *Form {
	f := &formReader{r: r, fallback: fallback, lists: map[string][]choice{}, form: &Form{}}
	for row := range formRows(b, "settings") {
		if tag := languageOf(row.cell("default_language")); tag != "" {
			f.fallback = tag
		}
	}
	for row := range f.rows(b, "choices") {
		list, name := row.cell("list_name", "list name"), row.cell("name", "value")
		if list != "" && name != "" {
			f.lists[list] = append(f.lists[list], choice{name, row.label(f.fallback), row.at()})
		}
	}
	for row := range f.rows(b, "survey") {
		if len(f.form.items)+len(f.form.unread) >= MaxQuestions {
			r.Error("survey-questions", row.at(), fmt.Sprintf("the form has more than %d questions", MaxQuestions), "check that it is the right file")
			return f.form
		}
		f.row(row)
	}
	for _, g := range f.open {
		r.Error("survey-form", g.at, "the group "+short(g.name)+" has no end", "add a row end_group or end_repeat")
	}
	f.form.code(r)
	return f.form
}

// rows gives the rows of a sheet, and warns of labels in languages that are not
// known.
func (f *formReader) rows(b *sheet.Book, name string) func(func(formRow) bool) {
	return func(yield func(formRow) bool) {
		first := true
		for row := range formRows(b, name) {
			for i, h := range row.heads {
				language, ok := strings.CutPrefix(h, "label::")
				if first && ok && languageOf(language) == "" {
					f.r.Warn("survey-language", source.At(row.sheet.Pos(row.head, i+row.first)), fmt.Sprintf("the language of %q is not known, and its labels are not read", short(h)),
						"write its code behind it: label::German (de)")
				}
			}
			if first = false; !yield(row) {
				return
			}
		}
	}
}

// formRow is a row of a sheet whose first row names its columns.
type formRow struct {
	sheet *sheet.Sheet
	heads []string // lower case, without spaces around
	row   *sheet.Row
	first int // column of the first head
	head  int // row of the heads
}

// cellText is what a cell shows, without spaces around.
func cellText(c *sheet.Cell) string {
	switch c.Kind {
	case sheet.Number:
		if n, ok := c.Int(); ok {
			return strconv.FormatInt(n, 10)
		}
		if x, ok := c.Rat(); ok {
			places, exact := x.FloatPrec()
			if exact && places <= 15 {
				return x.FloatString(places)
			}
		}
	case sheet.Date:
		return strings.TrimSpace(dateText(c.Day))
	}
	return strings.TrimFunc(c.Text, func(r rune) bool { return r == '\ufeff' || r == '\u200b' || isBlank(r) })
}

func (x formRow) at() source.Span { return source.At(x.sheet.Pos(x.row.N, x.first)) }

// cell is the text in the first column of one of some heads.
func (x formRow) cell(heads ...string) string {
	for _, h := range heads {
		if i := slices.Index(x.heads, h); i >= 0 {
			if s := cellText(x.row.Cell(i + x.first)); s != "" {
				return s
			}
		}
	}
	return ""
}

// label is the text of columns label and label::Language (tag), by language.
func (x formRow) label(fallback string) strict.Text { return x.text("label", fallback) }

func (x formRow) text(column, fallback string) strict.Text {
	var out strict.Text
	for i, h := range x.heads {
		rest, ok := strings.CutPrefix(h, column)
		if !ok {
			continue
		}
		tag := fallback
		if named := strings.TrimLeft(rest, ": "); named != "" {
			if rest[0] != ':' && rest[0] != ' ' {
				continue // another column, such as label_media
			}
			if tag = languageOf(named); tag == "" {
				continue
			}
		}
		s := strings.Join(strings.Fields(cellText(x.row.Cell(i+x.first))), " ")
		if _, taken := exactly(out, tag); s != "" && !taken {
			out.By = append(out.By, strict.Tr{Lang: tag, Str: strict.Str{S: s}})
		}
	}
	slices.SortStableFunc(out.By, func(a, b strict.Tr) int { return strings.Compare(a.Lang, b.Lang) })
	return out
}

// exactly is the text of one language and no other.
func exactly(t strict.Text, tag string) (string, bool) {
	for _, tr := range t.By {
		if tr.Lang == tag {
			return tr.S, true
		}
	}
	return "", false
}

// languageOf is the tag of a language that a form names: "French (fr)", "fr",
// "français". It is "" for one that is not known.
func languageOf(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	if open := strings.LastIndexByte(name, '('); open >= 0 && strings.HasSuffix(name, ")") {
		name = strings.TrimSpace(name[open+1 : len(name)-1])
	}
	if code, _, _ := strings.Cut(name, "-"); strict.IsLanguage(code) { // pt-BR is read as pt
		return code
	}
	switch name {
	case "english", "anglais", "inglés":
		return "en"
	case "french", "français", "francais", "francés":
		return "fr"
	case "spanish", "español", "espanol", "espagnol":
		return "es"
	case "arabic", "العربية":
		return "ar"
	case "portuguese", "português", "portugues":
		return "pt"
	case "russian", "русский":
		return "ru"
	case "german", "deutsch", "allemand", "alemán":
		return "de"
	case "italian", "italiano", "italien":
		return "it"
	case "chinese", "中文":
		return "zh"
	}
	return ""
}
