// Package frame holds finished pages: items at fixed places, and with them the
// whole structure tree, destinations, outline, page labels and metadata.
//
// Frames are the hinge of the toolkit. Layout ends in a Book; PDF, PNG, dump
// and audit are small functions of that one value. A writer never measures and
// never decides a position.
//
// # Sources
//
// Structure roles and attributes are those of ISO 32000-1, 14.8.4 and 14.8.5.
// The idea of frames is that of the Typst compiler.
//
// # Units
//
// Lengths are units.Sp. X grows to the right and Y down, both from the top left
// corner of the page. Y of a Run is its baseline.
//
// # Errors
//
// Check returns what is wrong with a book; a book from layout that breaks a
// rule is a fault of ours.
package frame

import (
	"assemble/inputs/source"
	"assemble/layout/units"
)

// Book is the whole document, ready to be written.
type Book struct {
	Pages   []Page
	Elems   []Elem // structure tree; Elems[0] is unused, Elems[1] is the Document
	Dests   []Dest // sorted by name
	Outline []Outline
	Labels  []PageLabel
	Meta    Meta
}

// Meta is the metadata of a book.
type Meta struct {
	Title, Lang, Author, Subject string
	Symbol                       string
	Created                      string // ISO date of the edition, the only date in a file
	Producer                     string
}

// Page is one finished page.
type Page struct {
	W, H  units.Sp
	Folio string // as printed: "iv", "17"; "" when none is
	Part  string // id of the part that holds the first line of the page
	Items []Item // in reading order
}

// ElemID is the place of an element in Book.Elems. 0 is no element: what
// carries it is an artifact.
type ElemID int32

// Role is a standard structure type.
type Role string

// Standard structure types in use (ISO 32000-1, 14.8.4).
const (
	Document   Role = "Document"
	PartRole   Role = "Part"
	Sect       Role = "Sect"
	Div        Role = "Div"
	H1         Role = "H1"
	H2         Role = "H2"
	H3         Role = "H3"
	H4         Role = "H4"
	P          Role = "P"
	Lbl        Role = "Lbl"
	L          Role = "L"
	LI         Role = "LI"
	LBody      Role = "LBody"
	BlockQuote Role = "BlockQuote"
	Caption    Role = "Caption"
	Figure     Role = "Figure"
	TableRole  Role = "Table"
	THead      Role = "THead"
	TBody      Role = "TBody"
	TR         Role = "TR"
	TH         Role = "TH"
	TD         Role = "TD"
	TOC        Role = "TOC"
	TOCI       Role = "TOCI"
	Reference  Role = "Reference"
	NoteRole   Role = "Note"
	LinkRole   Role = "Link"
	Span       Role = "Span"
)

// Elem is one element of the structure tree. Its content is every item that
// carries its id, in page order; where an element has content of its own, its
// children stand among it where their first content stands, otherwise they
// stand as listed in Kids.
type Elem struct {
	Role      Role
	Parent    ElemID
	Kids      []ElemID
	Title     string // /T, for sections
	Alt       string // text that stands for a figure
	Actual    string // text that stands for the content
	Lang      string // when it differs from the parent's
	ID        string // unique; notes and header cells must have one
	Scope     string // "Column", "Row", "Both" for TH
	Headers   []string
	ColSpan   int // 0 or 1: one
	RowSpan   int
	Numbering string // L: "LowerAlpha", "LowerRoman", "Decimal", "Disc", "None"
	BBox      *Box   // Figure: what it covers, on page BBoxPage
	BBoxPage  int
}

// Box is a rectangle.
type Box struct{ X, Y, W, H units.Sp }

// Item is something at a fixed place of a page: Run, Rect, Path, Picture, Area.
type Item interface {
	// Elem is the structure element it belongs to; 0 for an artifact.
	Elem() ElemID
	// Shifted returns the item moved, and its element renumbered by adding
	// base when it has one.
	Shifted(dx, dy units.Sp, base ElemID) Item
}

// Artifact says what an item without element is (ISO 32000-1, 14.8.2.2).
type Artifact uint8

// Kinds of artifacts.
const (
	LayoutArtifact Artifact = iota // rules, leaders, grounds
	HeaderArtifact                 // running heads
	FooterArtifact
	RepeatArtifact // heads of a table that are printed again after a break
)

// Color is an sRGB colour.
type Color struct{ R, G, B uint8 }

// Glyph is one glyph of a run.
type Glyph struct {
	ID      uint16
	Advance units.Sp // to the next glyph, justification included
	DX, DY  units.Sp // offset of the drawing, not of the advance; DY grows down
	Cluster int32    // byte offset into the text of the run
}

// Run is text in one face, size and colour on one baseline.
type Run struct {
	X, Y   units.Sp
	Face   string // name of a face of package fonts
	Size   units.Sp
	Color  Color
	Text   string
	Glyphs []Glyph
	Lang   string // "" for the language of the document
	At     source.Span
	Stat   source.Key // of the printed number, or ""
	Tag    ElemID
	Art    Artifact
}

// Width is the sum of the advances.
func (r *Run) Width() units.Sp {
	var w units.Sp
	for _, g := range r.Glyphs {
		w += g.Advance
	}
	return w
}

// Rect is a filled rectangle: a rule, a bar, a ground.
type Rect struct {
	X, Y, W, H units.Sp
	Color      Color
	Tag        ElemID
	Art        Artifact
}

// Disc is a filled circle, or a ring when Line is not 0.
type Disc struct {
	X, Y, R units.Sp // centre and outer radius
	Line    units.Sp // width of the ring; 0 fills
	Color   Color
	Tag     ElemID
	Art     Artifact
}

// Polyline is a stroked line through points.
type Polyline struct {
	Points []Point
	Width  units.Sp
	Color  Color
	Tag    ElemID
	Art    Artifact
}

// Point is a place on a page.
type Point struct{ X, Y units.Sp }

// Picture is a decoded image, scaled to W and H.
type Picture struct {
	X, Y, W, H units.Sp
	Data       []byte // PNG or JPEG file
	Tag        ElemID
	Art        Artifact
}

// Area is a part of the page that leads somewhere when clicked. It is drawn
// nowhere; Tag is its Link element.
type Area struct {
	X, Y, W, H units.Sp
	Dest       string // name of a Dest, or
	URL        string // an address outside
	Text       string // what the link says, for readers of annotations
	Tag        ElemID
}

// Elem returns the element of the run.
func (r *Run) Elem() ElemID { return r.Tag }

// Elem returns the element of the rectangle.
func (r *Rect) Elem() ElemID { return r.Tag }

// Elem returns the element of the disc.
func (d *Disc) Elem() ElemID { return d.Tag }

// Elem returns the element of the line.
func (p *Polyline) Elem() ElemID { return p.Tag }

// Elem returns the element of the picture.
func (p *Picture) Elem() ElemID { return p.Tag }

// Elem returns the element of the area.
func (a *Area) Elem() ElemID { return a.Tag }

func rebase(tag, base ElemID) ElemID {
	if tag == 0 {
		return 0
	}
	return tag + base
}

// Shifted returns the run moved.
func (r *Run) Shifted(dx, dy units.Sp, base ElemID) Item {
	c := *r
	c.X, c.Y, c.Tag = r.X+dx, r.Y+dy, rebase(r.Tag, base)
	return &c
}

// Shifted returns the rectangle moved.
func (r *Rect) Shifted(dx, dy units.Sp, base ElemID) Item {
	c := *r
	c.X, c.Y, c.Tag = r.X+dx, r.Y+dy, rebase(r.Tag, base)
	return &c
}

// Shifted returns the disc moved.
func (d *Disc) Shifted(dx, dy units.Sp, base ElemID) Item {
	c := *d
	c.X, c.Y, c.Tag = d.X+dx, d.Y+dy, rebase(d.Tag, base)
	return &c
}

// Shifted returns the line moved.
func (p *Polyline) Shifted(dx, dy units.Sp, base ElemID) Item {
	c := *p
	c.Points = make([]Point, len(p.Points))
	for i, q := range p.Points {
		c.Points[i] = Point{q.X + dx, q.Y + dy}
	}
	c.Tag = rebase(p.Tag, base)
	return &c
}

// Shifted returns the picture moved.
func (p *Picture) Shifted(dx, dy units.Sp, base ElemID) Item {
	c := *p
	c.X, c.Y, c.Tag = p.X+dx, p.Y+dy, rebase(p.Tag, base)
	return &c
}

// Shifted returns the area moved.
func (a *Area) Shifted(dx, dy units.Sp, base ElemID) Item {
	c := *a
	c.X, c.Y, c.Tag = a.X+dx, a.Y+dy, rebase(a.Tag, base)
	return &c
}

// Dest is a named place; its name stays the same from build to build.
type Dest struct {
	Name string // "annex-iv", "para-34"
	Page int    // index into Pages
	Y    units.Sp
	Elem ElemID
}

// Outline is an entry of the outline (bookmarks).
type Outline struct {
	Title string
	Dest  string
	Kids  []Outline
}

// PageLabel says how pages from one page on are numbered in a reader.
type PageLabel struct {
	Page   int    // index of the first page
	Style  string // "r" roman, "D" arabic, "" none
	Prefix string // "IV-"
	Start  int    // number of the first page, from 1
}
