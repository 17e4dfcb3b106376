package survey

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// Bounds of a codebook.
const (
	MaxQuestions = 5_000
	MaxOptions   = 1_000 // of one question
)

type codebookYAML struct {
	Questions strict.Map[questionYAML] `yaml:"questions,required"`
}

type questionYAML struct {
	Name          strict.Str             `yaml:"name"`
	Type          strict.Str             `yaml:"type,required"`
	Label         strict.Text            `yaml:"label,required"`
	Unit          strict.Text            `yaml:"unit"`
	One           strict.Text            `yaml:"one"`
	Options       strict.Map[optionYAML] `yaml:"options"`
	NotApplicable namedYAML              `yaml:"not_applicable"`
	Base          strict.Str             `yaml:"base"`
	Repeat        strict.Str             `yaml:"repeat"`
	Years         []int                  `yaml:"years,required"`
	Changed       int                    `yaml:"changed"`
	Before        strict.Text            `yaml:"before"`
}

// namedYAML is a label with the name that the form has for it.
type namedYAML struct {
	strict.Text
	Name strict.Str `yaml:"name"`
}

type optionYAML struct {
	strict.Text
	Name    strict.Str  `yaml:"name"`
	Years   []int       `yaml:"years"` // those of the question if not written
	Changed int         `yaml:"changed"`
	Before  strict.Text `yaml:"before"`
}

// questionCode is what questions are called, as facts are: survey. goes before
// it. optionCode is one part of such a name.
var (
	questionCode = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$`)
	optionCode   = regexp.MustCompile(`^[a-z0-9_]+$`)
)

// maxQuestion bounds the code of a question and that of an option.
const maxQuestion = 64

// IsQuestionCode reports whether a text can be the code of a question.
func IsQuestionCode(text string) bool {
	return len(text) <= maxQuestion && questionCode.MatchString(text) && text != Response
}

// IsOptionCode reports whether a text can be the code of an option.
func IsOptionCode(text string) bool {
	return len(text) <= maxQuestion && optionCode.MatchString(text) && !slices.Contains(Measures(), text)
}

// ReadCodebook reads a codebook, registered as file. Questions with a fault are
// reported and left out.
func ReadCodebook(text []byte, file source.FileID, r *source.Reporter) *Codebook {
	var in codebookYAML
	strict.Decode(text, source.Pos{File: file}, &in, r)
	var list []Question
	for i, e := range in.Questions.Entries {
		if i == MaxQuestions {
			r.Error("survey-questions", e.KeyAt, fmt.Sprintf("the codebook has more than %d questions", MaxQuestions), "check that it is the right file")
			break
		}
		x := questionReader{e, r, true}
		if q := x.question(); x.ok {
			list = append(list, q)
		}
	}
	b := NewCodebook(file, list)
	b.check(r)
	return b
}

// questionReader reads one question.
type questionReader struct {
	strict.Entry[questionYAML]
	r  *source.Reporter
	ok bool
}

func (x *questionReader) fault(code source.Code, at source.Span, message, fix string) {
	if !at.Start.Known() {
		at = x.KeyAt
	}
	x.ok = false
	x.r.Error(code, at, message, fix)
}

func (x *questionReader) question() Question {
	v := &x.Value
	q := Question{
		Code: x.Key, Name: v.Name.S, Type: Type(v.Type.S), Label: v.Label, Unit: v.Unit, One: v.One, NotApplicable: v.NotApplicable.Text, NotApplicableName: v.NotApplicable.Name.S, Base: v.Base.S, Repeat: v.Repeat.S,
		Years: v.Years, Changed: v.Changed, Before: v.Before, At: x.KeyAt,
	}
	if !IsQuestionCode(x.Key) {
		x.fault("survey-code", x.KeyAt, fmt.Sprintf("%q cannot be the code of a question", short(x.Key)), "write lower-case letters, digits and _, parted by points")
	}
	if !slices.Contains(Types(), q.Type) {
		names := make([]string, len(Types()))
		for i, t := range Types() {
			names[i] = string(t)
		}
		x.ok = false
		x.r.Add(source.Diagnostic{
			Code: "survey-type", At: v.Type.At, Excerpt: v.Type.S, Replace: source.Nearest(v.Type.S, names),
			Message: fmt.Sprintf("%q is not a type of question", short(v.Type.S)), Fix: "write one of " + strings.Join(names, ", "),
		})
	}
	x.years(q.Years)
	x.changed(q.Changed, x.KeyAt)
	q.Options = x.options(q.Type)
	return q
}

func (x *questionReader) years(years []int) {
	for i, y := range years {
		if !plausibleYear(y) || i > 0 && years[i-1] >= y {
			x.fault("survey-year", x.KeyAt, "the years of "+x.Key+" are not years in order", "write years: [2016, 2017]")
			return
		}
	}
}

// changed checks the year of a change of wording.
func (x *questionReader) changed(year int, at source.Span) {
	if year != 0 && !plausibleYear(year) {
		x.fault("survey-year", at, fmt.Sprintf("%d is not a year", year), "write the year of the change of wording")
	}
}

// plausibleYear keeps slips of the finger out.
func plausibleYear(year int) bool { return year >= 1815 && year <= 2999 }

func (x *questionReader) options(t Type) []Option {
	list := x.Value.Options.Entries
	switch {
	case t.Selects() && len(list) == 0:
		x.fault("survey-options", x.KeyAt, x.Key+" has no options", "write them below options:")
	case !t.Selects() && len(list) > 0 && slices.Contains(Types(), t):
		x.fault("survey-options", list[0].KeyAt, fmt.Sprintf("%s is of type %s, which has no options", x.Key, t), "remove them, or correct the type")
	case len(list) > MaxOptions:
		x.fault("survey-options", list[0].KeyAt, fmt.Sprintf("%s has more than %d options", x.Key, MaxOptions), "check that it is the right file")
		return nil
	}
	out := make([]Option, 0, len(list))
	for _, e := range list {
		if !IsOptionCode(e.Key) {
			fix := "write lower-case letters, digits and _"
			if slices.Contains(Measures(), e.Key) {
				fix = "write another word; this one has a meaning of its own in the names of facts"
			}
			x.fault("survey-option", e.KeyAt, fmt.Sprintf("%q cannot be the code of an option", short(e.Key)), fix)
			continue
		}
		o := Option{Code: e.Key, Name: e.Value.Name.S, Label: e.Value.Text, Years: e.Value.Years, Changed: e.Value.Changed, Before: e.Value.Before}
		x.changed(o.Changed, e.KeyAt)
		if len(o.Years) == 0 {
			o.Years = x.Value.Years
		}
		x.years(o.Years)
		out = append(out, o)
	}
	return out
}

// check reports what single questions do not tell: repeats that are none, and
// names of facts that two questions would have.
func (b *Codebook) check(r *source.Reporter) {
	if len(b.Questions) > MaxQuestions {
		r.Error("survey-questions", source.At(source.Pos{File: b.File}), fmt.Sprintf("the codebook would have more than %d questions", MaxQuestions),
			"take questions of earlier years out of it, if their answers are not kept")
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		if q.Repeat != "" {
			if of, ok := b.Lookup(q.Repeat); !ok || of.Type != Repeat {
				r.Error("survey-repeat", q.At, fmt.Sprintf("%s belongs to %q, which is not a repeat", q.Code, short(q.Repeat)), "name a question of type repeat")
			}
		}
		for at := strings.IndexByte(q.Code, '.'); at > 0; at = next(q.Code, at) {
			of, ok := b.Lookup(q.Code[:at])
			if !ok {
				continue
			}
			part, _, _ := strings.Cut(q.Code[at+1:], ".")
			if _, option := of.Option(part); option || slices.Contains(Measures(), part) {
				r.Add(source.Diagnostic{
					Code: "survey-code-twice", At: q.At, Excerpt: q.Code, Message: fmt.Sprintf("%s is the name of a figure of the question %s too", q.Code, of.Code),
					Fix: "give one of them another code", Related: []source.Related{{At: of.At, Message: "the other question"}},
				})
			}
		}
	}
}

// next is the place of the next point behind one, or -1.
func next(s string, at int) int {
	if i := strings.IndexByte(s[at+1:], '.'); i >= 0 {
		return at + 1 + i
	}
	return -1
}

// short keeps long words out of messages.
func short(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
