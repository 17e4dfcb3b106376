// Package style holds every value of the look: page, axes, type, colours,
// rules, spaces and numbers. No such value stands in the code of layout.
//
// Two values are a test of that: Council, which is built in, and any style file
// of an edition, which extends it (package inputs/edition reads the file).
//
// # Sources
//
// Bringhurst, The Elements of Typographic Style, 4.0, chapters 2 and 8, for the
// measure, the scale and the page; Tufte, The Visual Display of Quantitative
// Information, for charts without frame and scale.
//
// # Units
//
// Lengths are units.Sp; in a style file "24mm" or points. Shares of a length
// are per mille.
//
// # Errors
//
// None here: faults of a style file are reported where it is read, and Check
// names values that cannot be laid out.
package style

import (
	"fmt"
	"strconv"
	"strings"

	"assemble/layout/units"
)

// Style is a complete look.
type Style struct {
	Name     string   `yaml:"name"`
	Page     Page     `yaml:"page"`
	Faces    Faces    `yaml:"faces"`
	Colors   Colors   `yaml:"colors"`
	Roles    Roles    `yaml:"roles"`
	Setting  Setting  `yaml:"setting"`
	Rules    Rules    `yaml:"rules"`
	Heading  Headings `yaml:"headings"`
	Para     Para     `yaml:"paragraphs"`
	List     List     `yaml:"lists"`
	Note     Footnote `yaml:"footnotes"`
	Head     RunHead  `yaml:"running_head"`
	Caption  Caption  `yaml:"captions"`
	Table    Table    `yaml:"tables"`
	Matrix   Matrix   `yaml:"matrix"`
	Chart    Chart    `yaml:"charts"`
	Band     Band     `yaml:"band"`
	Box      Box      `yaml:"box"`
	Timeline Timeline `yaml:"timeline"`
	Contents Contents `yaml:"contents"`
	Acronyms Acronyms `yaml:"acronyms"`
	Sign     Sign     `yaml:"signature"`
	Cover    Cover    `yaml:"cover"`
	Folio    Folio    `yaml:"folio"`
	// PartBreak is "none" (parts run on) or "page" (each part opens a page).
	PartBreak string `yaml:"part_break"`
	// Numbers overrides number profiles by language and place.
	Numbers map[string]map[string]Numbers `yaml:"numbers"`
}

// Page is the sheet and its two axes. Positions along X count from the left
// edge of the sheet for FrameX, from the left edge of the frame otherwise.
type Page struct {
	Width     units.Sp `yaml:"width"`
	Height    units.Sp `yaml:"height"`
	FrameX    units.Sp `yaml:"frame_x"`
	Frame     units.Sp `yaml:"frame"`
	TextAxis  units.Sp `yaml:"text_axis"`
	NumberGap units.Sp `yaml:"number_gap"` // right edge of the number column, left of the text axis
	Top       units.Sp `yaml:"top"`        // of the text block
	TextBlock units.Sp `yaml:"text_block"` // its height
	// TurnedBlock is the height of the text block of a turned page.
	TurnedBlock units.Sp `yaml:"turned_block"`
	HeadLine    units.Sp `yaml:"head_line"` // baseline of the running head
	Quantum     units.Sp `yaml:"quantum"`   // of the grid to which text returns
	Baseline    int64    `yaml:"baseline"`  // per mille of the leading above the baseline
	// MinRest is how much of a page must be left for a heading of level 1.
	MinRest units.Sp `yaml:"min_rest"`
	// MaxEmpty is how much a float may leave empty before it moves down.
	MaxEmpty units.Sp `yaml:"max_empty"`
}

// Measure is the width of a line of text.
func (p Page) Measure() units.Sp { return p.Frame - p.TextAxis }

// Turned is the page turned to landscape, with the same margins at its sides:
// the sheet itself is wide, so that head and text stand upright on a screen. A
// page that is wide already has no wider one.
func (p Page) Turned() Page {
	if p.Width >= p.Height {
		return p
	}
	p.Width, p.Height = p.Height, p.Width
	p.Frame += p.Width - p.Height
	p.TextBlock = p.TurnedBlock
	return p
}

// Faces names the families of package fonts for the two roles of type.
type Faces struct {
	Serif string `yaml:"serif"`
	Sans  string `yaml:"sans"`
}

// Color is an sRGB colour.
type Color struct{ R, G, B uint8 }

// UnmarshalText reads "#17212B".
func (c *Color) UnmarshalText(b []byte) error {
	s := string(b)
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		return fmt.Errorf("%q is not a colour such as #17212B", s)
	}
	*c = Color{uint8(v >> 16), uint8(v >> 8), uint8(v)}
	return nil
}

// Colors are the colours by role.
type Colors struct {
	Ink    Color `yaml:"ink"`
	Accent Color `yaml:"accent"`
	Muted  Color `yaml:"muted"`
	Second Color `yaml:"second"`
	Hair   Color `yaml:"hair"`
	Panel  Color `yaml:"panel"`
}

// Ink names a colour of Colors.
type Ink string

// Names of the colours.
const (
	InkColor    Ink = "ink"
	AccentColor Ink = "accent"
	MutedColor  Ink = "muted"
	SecondColor Ink = "second"
	HairColor   Ink = "hair"
	PanelColor  Ink = "panel"
)

// UnmarshalText reads the name of a colour.
func (i *Ink) UnmarshalText(b []byte) error {
	switch v := Ink(b); v {
	case InkColor, AccentColor, MutedColor, SecondColor, HairColor, PanelColor:
		*i = v
		return nil
	}
	return fmt.Errorf("%q is not one of ink, accent, muted, second, hair, panel", b)
}

// Of returns the colour of a name.
func (c *Colors) Of(i Ink) Color {
	switch i {
	case AccentColor:
		return c.Accent
	case MutedColor:
		return c.Muted
	case SecondColor:
		return c.Second
	case HairColor:
		return c.Hair
	case PanelColor:
		return c.Panel
	}
	return c.Ink
}

// Figures says which digits a role uses.
type Figures string

// Kinds of digits. OldStyle is proportional, Tabular is lining.
const (
	OldStyle Figures = "old-style"
	Lining   Figures = "lining"
	Tabular  Figures = "tabular"
)

// UnmarshalText reads the name of a kind of digits.
func (f *Figures) UnmarshalText(b []byte) error {
	switch v := Figures(b); v {
	case OldStyle, Lining, Tabular:
		*f = v
		return nil
	}
	return fmt.Errorf("%q is not one of old-style, lining, tabular", b)
}

// Align is how lines stand between the margins.
type Align string

// Alignments.
const (
	Left    Align = "left"
	Center  Align = "center"
	Right   Align = "right"
	Justify Align = "justify"
)

// UnmarshalText reads the name of an alignment.
func (a *Align) UnmarshalText(b []byte) error {
	switch v := Align(b); v {
	case Left, Center, Right, Justify:
		*a = v
		return nil
	}
	return fmt.Errorf("%q is not one of left, center, right, justify", b)
}

// Type is how text of one role is set.
type Type struct {
	Sans      bool     `yaml:"sans"`
	Weight    int      `yaml:"weight"`
	Italic    bool     `yaml:"italic"`
	Size      units.Sp `yaml:"size"`
	Leading   units.Sp `yaml:"leading"`
	Color     Ink      `yaml:"color"`
	Figures   Figures  `yaml:"figures"`
	SmallCaps bool     `yaml:"small_caps"`
	Tracking  units.Sp `yaml:"tracking"`
	Align     Align    `yaml:"align"`
	Hyphenate bool     `yaml:"hyphenate"`
	Above     units.Sp `yaml:"above"` // space before, none at the top of a page
	Below     units.Sp `yaml:"below"` // space after
}

// Roles are the types by role.
type Roles struct {
	Text           Type `yaml:"text"`
	Number         Type `yaml:"paragraph_number"`
	Quote          Type `yaml:"quote"`
	H1             Type `yaml:"h1"`
	H1Label        Type `yaml:"h1_label"`
	H2             Type `yaml:"h2"`
	H3             Type `yaml:"h3"`
	H4             Type `yaml:"h4"`
	FrontTitle     Type `yaml:"front_title"`
	HeadSymbol     Type `yaml:"head_symbol"`
	HeadPart       Type `yaml:"head_part"`
	HeadFolio      Type `yaml:"head_folio"`
	Footnote       Type `yaml:"footnote"`
	FootnoteNumber Type `yaml:"footnote_number"`
	CaptionLabel   Type `yaml:"caption_label"`
	CaptionTitle   Type `yaml:"caption_title"`
	Unit           Type `yaml:"unit"`
	TableHead      Type `yaml:"table_head"`
	TableBody      Type `yaml:"table_body"`
	TableTotal     Type `yaml:"table_total"`
	RowGroup       Type `yaml:"row_group"`
	TableNote      Type `yaml:"table_note"`
	Continued      Type `yaml:"continued"`
	ContinuedMark  Type `yaml:"continued_mark"` // the words "(continued)"
	TableBefore    Type `yaml:"table_before"`   // the year before, and rows without figures
	HeadBefore     Type `yaml:"table_head_before"`
	MatrixHead     Type `yaml:"matrix_head"`
	MatrixStrong   Type `yaml:"matrix_head_strong"` // spanners, stub and total
	MatrixBody     Type `yaml:"matrix_body"`
	MatrixTotal    Type `yaml:"matrix_total"`
	MatrixMuted    Type `yaml:"matrix_muted"` // rows without staff
	MatrixScope    Type `yaml:"matrix_scope"` // the line of scope under the title
	KeyFigure      Type `yaml:"key_figure"`
	KeyUnit        Type `yaml:"key_unit"`
	KeyCaption     Type `yaml:"key_caption"`
	KeyLabel       Type `yaml:"key_label"`
	ChartLabel     Type `yaml:"chart_label"`
	ChartValue     Type `yaml:"chart_value"`
	ChartShare     Type `yaml:"chart_share"`
	ChartNote      Type `yaml:"chart_note"`
	BoxLabel       Type `yaml:"box_label"`
	BoxTitle       Type `yaml:"box_title"`
	BoxText        Type `yaml:"box_text"`
	Contents1      Type `yaml:"contents_1"`
	Contents2      Type `yaml:"contents_2"`
	Contents3      Type `yaml:"contents_3"`
	ContentsHead   Type `yaml:"contents_annexes"`
	ContentsLabel  Type `yaml:"contents_label"`
	ContentsTitle  Type `yaml:"contents_annex_title"`
	Leader         Type `yaml:"leader"`
	AcronymShort   Type `yaml:"acronym"`
	AcronymText    Type `yaml:"acronym_text"`
	SignName       Type `yaml:"signature_name"`
	SignOffice     Type `yaml:"signature_office"`
	CoverOrgan     Type `yaml:"cover_organ"`
	CoverLine      Type `yaml:"cover_line"`
	CoverTitle     Type `yaml:"cover_title"`
	CoverCaption   Type `yaml:"cover_caption"`
	TimeHead       Type `yaml:"timeline_head"`
	TimeMonth      Type `yaml:"timeline_month"`
	TimeDay        Type `yaml:"timeline_day"`
	TimeItem       Type `yaml:"timeline_item"`
}
