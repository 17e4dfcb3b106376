package inputs

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/edition"
	"assemble/inputs/facts"
	"assemble/inputs/hr"
	"assemble/inputs/manuscript"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/survey"
	"assemble/inputs/world"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// Inputs is one language of one edition, read.
type Inputs struct {
	*edition.Edition
	Lang   *lang.Table
	Facts  *facts.Register
	Files  *source.Files
	Report *source.Reporter
	// Texts are the manuscripts by id.
	Texts map[string]*doc.Part
	// World is the table of States; Headcounts are the staff by year, History
	// what was published of earlier years, nil for nothing.
	World      *world.Table
	Headcounts map[int]*hr.Register
	History    *hr.History
	// Surveys are the questionnaires by year.
	Surveys map[int]*survey.Year

	only []string // the parts asked for; nil for all
	lost lostFacts

	counted  map[source.Key]hr.Query // what the facts of staff were counted from
	tallied  map[source.Key]counting // what those of the questionnaire were counted from
	reworded map[source.Key]int      // whose question was put in other words, and when
}

// Load reads the edition in a folder in one of its languages; the language of
// the original if none is asked for. It returns nil if there is no
// edition, or none in that language.
func Load(dir, tag string, files *source.Files, r *source.Reporter) *Inputs {
	return LoadFor(nil, dir, tag, files, r)
}

// LoadFor is Load for a preview of some parts: neither manuscripts nor facts are
// read where all of them are annexes that are made from data.
func LoadFor(parts []string, dir, tag string, files *source.Files, r *source.Reporter) *Inputs {
	e := edition.Read(dir, files, r)
	if e == nil {
		return nil
	}
	if tag == "" {
		tag = e.Original.S
	}
	if !made(e, tag, r) {
		return nil
	}
	in := &Inputs{Edition: e, Lang: lang.For(tag), Files: files, Report: r, Texts: map[string]*doc.Part{}}
	in.readStaff()
	if madeFromData(e, parts) {
		in.only, in.Facts = parts, facts.NewRegister()
		return in
	}
	in.readSurvey()
	in.readFacts()
	in.readTexts()
	return in
}

// made checks the edition in a language and reports whether it is made in it. In
// one that it is not made in, or of which there are no words, each text would be
// missing.
func made(e *edition.Edition, tag string, r *source.Reporter) bool {
	at := slices.IndexFunc(e.Languages, func(l strict.Str) bool { return l.S == tag })
	if _, ok := lang.Lookup(tag); !ok && at >= 0 && strict.IsLanguage(tag) {
		r.Add(source.Diagnostic{
			Code: "edition-language", At: e.Languages[at].At, Excerpt: tag,
			Message: fmt.Sprintf("this program has no words in %q for contents, tables and numbers", tag),
			Fix:     "build it in one of " + strings.Join(lang.Languages(), ", "),
		})
		return false
	}
	e.Check(tag, r)
	return at >= 0 || tag == "" || len(e.Languages) == 0
}

// Wants reports whether a part is asked for: all are, but in a preview of
// annexes that are made from data.
func (in *Inputs) Wants(id string) bool { return in.only == nil || slices.Contains(in.only, id) }

// Partial reports whether only some parts are asked for.
func (in *Inputs) Partial() bool { return in.only != nil }

// madeFromData reports whether all parts, of which there is at least one, are
// annexes of data alone, without texts that print facts.
func madeFromData(e *edition.Edition, parts []string) bool {
	for _, id := range parts {
		a, ok := e.Annex(id)
		if !ok || a.Generator.S == edition.ManuscriptGenerator || a.Generator.S == edition.TimelineGenerator {
			return false // their texts may print facts
		}
	}
	return len(parts) > 0
}

// Tag is the language tag of the inputs.
func (in *Inputs) Tag() string { return in.Lang.Tag() }

func (in *Inputs) readFacts() {
	in.readFactsFile()
	in.addStaff()
	in.addSurvey()
	in.Facts.Resolve(in.Report)
	in.checkOverlap()
	in.Facts.CheckEquals(in.Report)
}

func (in *Inputs) readTexts() {
	for _, id := range in.Manuscripts() {
		if id.S == "" || in.Texts[id.S] != nil {
			continue
		}
		text, file, ok := in.Manuscript(in.Tag(), id, in.Report)
		if !ok {
			continue
		}
		o := in.options()
		o.Unnumbered = id.S == in.Note.S || id.S == in.Foreword.S
		p := manuscript.Read(text, file, o, in.Report)
		// The edition names its parts; an id of the first heading that differs
		// would name the same part twice.
		p.ID = doc.Label(id.S)
		in.Texts[id.S] = p
	}
}

func (in *Inputs) options() manuscript.Options {
	return manuscript.Options{Lang: in.Tag(), Picture: in.picture}
}

// Inline reads a text of the edition in the language at hand, with figures and
// references.
func (in *Inputs) Inline(t strict.Text) []doc.Inline {
	s, ok := t.In(in.Tag())
	if !ok || s.S == "" {
		return nil
	}
	return manuscript.Inline(s.S, s.From, in.options(), in.Report)
}

// Words returns a text of the edition in the language at hand as it is.
func (in *Inputs) Words(t strict.Text) string {
	s, _ := t.In(in.Tag())
	return s.S
}
