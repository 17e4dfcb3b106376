package edition

import (
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/style"
)

// Edition is what edition.yaml says, with the smaller files it names.
type Edition struct {
	Schema       int          `yaml:"schema,required"`
	Organization strict.Text  `yaml:"organization,required"`
	Organ        strict.Text  `yaml:"organ,required"`
	Symbol       strict.Str   `yaml:"symbol,required"`
	Session      int          `yaml:"session,required"`
	Title        strict.Text  `yaml:"title,required"`
	Year         int          `yaml:"year,required"` // the year reported on
	Cutoff       strict.Date  `yaml:"cutoff"`        // of memberships and headcounts; the end of Year if not written
	Date         strict.Date  `yaml:"date,required"` // printed
	Original     strict.Str   `yaml:"original,required"`
	Languages    []strict.Str `yaml:"languages,required"`

	// Printed where there is a text.
	Distribution strict.Text `yaml:"distribution"`
	Submission   strict.Text `yaml:"submission"`
	Reissue      strict.Text `yaml:"reissue"` // it also stars the symbol
	Decision     strict.Text `yaml:"decision"`
	CoverNote    strict.Text `yaml:"cover_note"`

	Style    strict.Str   `yaml:"style"`    // "council", or the name of a style file
	Front    []strict.Str `yaml:"front"`    // of FrontParts, in the order in which they stand
	Note     strict.Str   `yaml:"note"`     // id of the manuscript of the note page
	Foreword strict.Str   `yaml:"foreword"` // id of its manuscript; "" for none
	Parts    []strict.Str `yaml:"parts"`
	Annexes  []Annex      `yaml:"annexes"`
	Data     Data         `yaml:"data"`
	HR       Staffing     `yaml:"hr"`
	Survey   Asking       `yaml:"survey"`
	Attach   []strict.Str `yaml:"attach"` // of Attachments
	Accept   []Accept     `yaml:"accept"`
	NoHyphen []strict.Str `yaml:"no_hyphen"` // names that are never hyphenated
	Proof    Proof        `yaml:"proof"`

	At source.Span

	// Look is the style: the built-in one, or it as changed by the style file.
	Look *style.Style
	// Acronyms is what acronyms.yaml holds, in the order of the file.
	Acronyms strict.Map[Acronym]

	acronymsRead bool // without errors
	folder       *folder
}

// FrontParts are the parts of the front matter that an edition can name.
func FrontParts() []string { return []string{"cover", "note", "contents", "acronyms"} }

// Attachments are what can be put inside the PDF.
func Attachments() []string { return []string{"workbook", "tables", "manifest"} }

// Annex is one annex: its generator and the fields that the generator reads.
type Annex struct {
	ID         strict.Str    `yaml:"id,required"`
	Generator  strict.Str    `yaml:"generator,required"`
	Title      strict.Text   `yaml:"title,required"`
	From       strict.Str    `yaml:"from"`       // timeline: the file of its events
	Heads      []strict.Text `yaml:"heads"`      // timeline: one for each column
	Categories []strict.Str  `yaml:"categories"` // nationality-matrix, nationalities-represented
	Grades     []strict.Str  `yaml:"grades"`     // nationality-matrix: columns, in order
	ExtraRows  []strict.Str  `yaml:"extra_rows"` // nationality-matrix: ISO 3166 alpha-3 of rows without staff
	Years      []int         `yaml:"years"`      // nationalities-represented: columns
	Tables     []StaffTable  `yaml:"tables"`     // staff-statistics: which, in order; all if none is named
	Disclosure int           `yaml:"disclosure"` // nationality-matrix: a note tells how many figures are below this; 0 for none

	At source.Span

	// Months holds the events of a timeline.
	Months []Month
}

// StaffTable is one table of staff-statistics; what is not written is as the
// generator has it.
type StaffTable struct {
	Table   strict.Str   `yaml:"table,required"` // of StaffTables
	Years   []int        `yaml:"years"`          // columns; for women-by-grade the years compared
	Grades  []strict.Str `yaml:"grades"`         // whom it counts; for women-by-grade the columns: P-5, D-1/D-2
	Without []strict.Str `yaml:"without"`        // grades that are left out of them, which a note says
	At      source.Span
}

// StaffTables are the tables of staff-statistics, in the order in which they
// stand if an edition does not say otherwise.
func StaffTables() []string {
	return []string{"men-and-women", "women-by-grade", "senior", "all-staff"}
}

// Data names the files that import left.
type Data struct {
	Headcount YearFiles  `yaml:"headcount"`
	History   strict.Str `yaml:"history"`
	Offices   strict.Str `yaml:"offices"`
	Codebook  strict.Str `yaml:"codebook"`
	Answers   YearFiles  `yaml:"answers"`
}

// Accept is a finding of check that stands, with the reason.
type Accept struct {
	Rule   strict.Str  `yaml:"rule,required"`   // code of the diagnostic
	Place  strict.Str  `yaml:"at,required"`     // its key, or its place as it is printed
	Reason strict.Text `yaml:"reason,required"` // printed in the report of check
	At     source.Span
}

// Acronym is the full form of an acronym. Plural is the acronym in the plural.
type Acronym struct {
	strict.Text
	Plural strict.Text `yaml:"plural"`
	At     source.Span
}

// Month is one month of a timeline with its events, in the order of the file.
type Month struct {
	Month  int // 1 to 12
	At     source.Span
	Events []Event
}

// Event is one event of a timeline.
type Event struct {
	Text   strict.Text `yaml:"text,required"` // Markdown of one line, with figures
	Date   strict.Date `yaml:"date"`          // none: an event of the month
	To     strict.Date `yaml:"to"`            // its last day, if it has more than one
	Column int         `yaml:"column"`        // from 1; 0 is 1
	At     source.Span
}

// PrintedSymbol is the symbol as it is printed: starred if the document is a
// reissue.
func (e *Edition) PrintedSymbol() string {
	if e.Reissue.Empty() {
		return e.Symbol.S
	}
	return e.Symbol.S + "*"
}

// FileName is the name of the report in a language: C-109-4_EN.pdf.
func (e *Edition) FileName(lang string) string { return e.stem(lang) + ".pdf" }

// DraftName is the name of a draft: C-109-4_EN.draft.pdf. It never hides the
// report itself.
func (e *Edition) DraftName(lang string) string { return e.stem(lang) + ".draft.pdf" }

func (e *Edition) stem(lang string) string {
	return strings.NewReplacer("/", "-", " ", "-").Replace(e.Symbol.S) + "_" + strings.ToUpper(lang)
}

// HasFront reports whether the front matter has a part of FrontParts.
func (e *Edition) HasFront(part string) bool {
	for _, f := range e.Front {
		if f.S == part {
			return true
		}
	}
	return false
}

// HasLanguage reports whether the edition is made in a language.
func (e *Edition) HasLanguage(lang string) bool {
	for _, l := range e.Languages {
		if l.S == lang {
			return true
		}
	}
	return false
}

// AcronymsIn are the acronyms of a language, in the order of the file: those that
// have a full form in it.
func (e *Edition) AcronymsIn(lang string) []strict.Entry[Acronym] {
	var list []strict.Entry[Acronym]
	for _, x := range e.Acronyms.Entries {
		if s, _ := x.Value.In(lang); s.S != "" {
			list = append(list, x)
		}
	}
	return list
}

// Annex returns the annex with an id.
func (e *Edition) Annex(id string) (*Annex, bool) {
	for i := range e.Annexes {
		if e.Annexes[i].ID.S == id {
			return &e.Annexes[i], true
		}
	}
	return nil, false
}

// Manuscripts are the ids of all parts that have a text of their own, in the
// order in which they stand: note, foreword, parts, annexes that are written.
func (e *Edition) Manuscripts() []strict.Str {
	var ids []strict.Str
	if e.HasFront("note") {
		ids = append(ids, e.Note)
	}
	if e.Foreword.S != "" {
		ids = append(ids, e.Foreword)
	}
	ids = append(ids, e.Parts...)
	for _, a := range e.Annexes {
		if a.Generator.S == ManuscriptGenerator {
			ids = append(ids, a.ID)
		}
	}
	return ids
}
