// Package doc holds the document model: what a report says, before anything is
// known of lines and pages. It is the input language of layout.
//
// The sets of blocks and inlines are closed: layout switches over them, and a
// test keeps the switches whole.
//
// # Sources
//
// The parts of a table (stub, boxhead, spanner, straddle row) are named as in
// The Chicago Manual of Style, 17th ed., §3.51. The model of an annual report
// of a governing body follows the documents described in ARCHITECTURE.md.
//
// # Units
//
// Numbers are exact rationals (lang.Number) and stay so until layout prints
// them by language and place. Nothing here has a length.
//
// # Errors
//
// Check returns the rules of the model that a document breaks; a document from
// a builder that breaks one is a fault of ours, not of the person who wrote it.
package doc

import (
	"assemble/inputs/source"
	"assemble/layout/lang"
)

// Label is a stable name that references point to: "annex-iv". "" is none.
type Label string

// Document is one language of one edition, complete but not yet laid out.
type Document struct {
	Lang  string // BCP 47: chooses words, number profiles, hyphenation
	Cover Masthead
	Parts []*Part // in reading order: front, foreword, body, annexes
	// NoBreak lists names that are never hyphenated.
	NoBreak []string
}

// Masthead is what identifies the document on its cover and in running heads.
// All texts are in the language of the document; empty ones are not printed.
type Masthead struct {
	Organization, Organ  string
	Symbol, Session      string // "C/109/4", "109th Session"
	Date, Original       string // "18 June 2018", "Original: English"
	Title                []Inline
	Distribution         string
	Submission, Reissue  []Inline
	Decision, Note       []Inline
	MemberStates, Gained int      // for the ornament; 0 when unknown
	Caption              []Inline // under the ornament
	Created              string   // ISO date, for metadata
	Year                 int      // the year reported on
}

// PartKind says where a part stands in the report and how it is numbered.
type PartKind uint8

// Kinds of parts, in the order in which they stand.
const (
	Cover PartKind = iota
	NotePage
	Contents
	Acronyms
	Foreword
	Body
	Annex
)

// Part is what is laid out alone: a manuscript, an annex, a page of the front.
type Part struct {
	ID     Label
	Kind   PartKind
	Number string   // annexes: "IV"; otherwise ""
	Title  []Inline // without label; for running heads, contents and outline
	Tag    []Inline // the label: "Principle 1", "Annex IV"; none if empty
	Blocks []Block
	At     source.Span
}

// Base is what every block carries.
type Base struct {
	ID Label       // "" when nothing refers to it
	At source.Span // where its text came from
}

// Common returns the base of a block.
func (b *Base) Common() *Base { return b }

// Block is a vertical element of a closed set.
type Block interface {
	block()
	Common() *Base
}

type (
	// Heading is a title in the text. Level 1 opens a part and may have a
	// label, level 4 is run in at the head of the paragraph after it.
	Heading struct {
		Base
		Level int
		Tag   []Inline // level 1: the words before the colon
		Text  []Inline
	}
	// Paragraph is a paragraph; numbers run through the whole body.
	Paragraph struct {
		Base
		Numbered bool
		Head     *Heading // run-in head of level 4, or nil
		Text     []Inline
	}
	// List is a list of items, each a sequence of blocks.
	List struct {
		Base
		Ordered bool // (a), (b) …; otherwise dashes
		Start   int  // first number, from 1
		Items   []ListItem
	}
	// Quote is a quotation set off from the text.
	Quote struct {
		Base
		Of []Block
	}
	// Panel is a framed text, "Box 3" in print, not numbered as paragraphs.
	Panel struct {
		Base
		Title    []Inline
		Of       []Block
		Decision bool // the decision box of the cover: no number, no label
	}
	// KeyFigures is a band of up to five large figures.
	KeyFigures struct {
		Base
		Title []Inline
		Of    []KeyFigure
	}
	// Timeline is a list of dated items by month.
	Timeline struct {
		Base
		Heads  [][]Inline // one per column, or none
		Months []Month
	}
	// Signature closes a foreword.
	Signature struct {
		Base
		Name, Office []Inline
		Picture      *Image // of the signature, or nil
	}
	// Picture is an image with a title and a text that stands for it.
	Picture struct {
		Base
		Title, Credit []Inline
		Alt           string
		Image         *Image
	}
	// Chart is a chart of numbers.
	Chart struct {
		Base
		Kind       ChartKind
		Of         string // a question of the survey that series and categories come from; "" once they are there
		Title      []Inline
		Unit       []Inline   // line under the title
		Categories [][]Inline // one per bar
		Series     []Series
		Mixed      bool  // values answer several questions, and may add up to more than their base
		Denom      *Stat // base, drawn as a line; nil if there is none
		Notes      [][]Inline
		Source     []Inline
		Alt        string // stands for the chart when read aloud; never empty
	}
	// AcronymList is the list of acronyms of the front matter.
	AcronymList struct {
		Base
		Entries []Acronym
	}
	// CoverPage prints the masthead of the document.
	CoverPage struct {
		Base
	}
	// ContentsList prints the contents; its entries are known to layout only.
	ContentsList struct {
		Base
		Depth int
	}
)

// ListItem is one item of a list.
type ListItem struct {
	Of []Block
	At source.Span
}

// KeyFigure is one figure of a band with its caption.
type KeyFigure struct {
	Stat    *Stat
	Caption []Inline
}

// Month is one month of a timeline.
type Month struct {
	Name    []Inline
	Columns [][]Event
}

// Event is one item of a month.
type Event struct {
	Day  string // "18–19", "" when there is none
	Text []Inline
	At   source.Span
}

// Image is a decoded and checked picture file.
type Image struct {
	Name          string // as in the manuscript
	Data          []byte // the file, PNG or JPEG
	Width, Height int    // pixels
}

// ChartKind is a kind of chart.
type ChartKind uint8

// Kinds of charts.
const (
	Bars ChartKind = iota
	GroupedBars
	StackedBars
	Lines
)

// Series is one row of values of a chart, one for each category.
type Series struct {
	Label  []Inline
	Values []*Stat
}

// Acronym is one line of the list of acronyms.
type Acronym struct {
	Short string
	Text  []Inline
}

func (*Heading) block()      {}
func (*Paragraph) block()    {}
func (*List) block()         {}
func (*Quote) block()        {}
func (*Panel) block()        {}
func (*KeyFigures) block()   {}
func (*Timeline) block()     {}
func (*Signature) block()    {}
func (*Picture) block()      {}
func (*Chart) block()        {}
func (*Table) block()        {}
func (*AcronymList) block()  {}
func (*CoverPage) block()    {}
func (*ContentsList) block() {}

// Inline is a horizontal element of a closed set.
type Inline interface{ inline() }

type (
	// Text is plain text. Spaces are single; no-break spaces are kept.
	Text struct {
		S  string
		At source.Span
	}
	// Emph is emphasis, in italics.
	Emph struct{ Of []Inline }
	// Strong is strong emphasis.
	Strong struct{ Of []Inline }
	// Foreign is a span in another language.
	Foreign struct {
		Lang string
		Of   []Inline
	}
	// Link leads out of the document.
	Link struct {
		URL string
		Of  []Inline
	}
	// Ref points to a label and prints what it points to.
	Ref struct {
		To Label
		Of []Inline // words of its own instead of the generated ones; mostly none
		At source.Span
	}
	// Footnote stands where its mark is printed.
	Footnote struct {
		Name string // as in the manuscript
		Of   []Block
		At   source.Span
	}
	// Break is a forced line break.
	Break struct{}
	// Stat is a number that will be printed, with where it came from. It stays
	// a number until layout prints it, by language and place.
	Stat struct {
		Fact   string // name of a fact, "" for a figure of no data
		Number lang.Number
		From   source.Key
		At     source.Span
		// Hole marks a figure that is missing in a draft; it prints as a blank.
		Hole bool
	}
)

func (*Text) inline()     {}
func (*Emph) inline()     {}
func (*Strong) inline()   {}
func (*Foreign) inline()  {}
func (*Link) inline()     {}
func (*Ref) inline()      {}
func (*Footnote) inline() {}
func (*Break) inline()    {}
func (*Stat) inline()     {}
