package style

import (
	"fmt"

	"assemble/layout/units"
)

// Setting is how lines are made.
type Setting struct {
	SpaceMin    int64 `yaml:"space_min"`  // per mille of the space of the face
	SpaceMax    int64 `yaml:"space_max"`  // most, where it can be had
	SpaceWarn   int64 `yaml:"space_warn"` // beyond this the build says so
	LetterFit   int64 `yaml:"letter_fit"` // per mille of the line, between letters
	Hang        int64 `yaml:"hang"`       // per mille of hyphen, stop and comma into the margin
	HyphenWord  int   `yaml:"hyphen_word"`
	HyphenLeft  int   `yaml:"hyphen_left"`
	HyphenRight int   `yaml:"hyphen_right"`
	HyphensRun  int   `yaml:"hyphens_running"`
	LastChars   int64 `yaml:"last_line"`  // characters that a last line holds at least
	Orphans     int   `yaml:"orphans"`    // lines of a paragraph at the foot of a page at least
	Widows      int   `yaml:"widows"`     // and at the head
	Thin        int64 `yaml:"thin_space"` // per mille of the em for U+202F between thousands
}

// Rule is a drawn line.
type Rule struct {
	Width units.Sp `yaml:"width"`
	Color Ink      `yaml:"color"`
}

// Rules are the rules by role.
type Rules struct {
	Part      Rule `yaml:"part"`
	Accent    Rule `yaml:"accent"`
	Table     Rule `yaml:"table"`
	TableHead Rule `yaml:"table_head"`
	Spanner   Rule `yaml:"spanner"`
	Group     Rule `yaml:"group"`
	Light     Rule `yaml:"light"`
	Footnote  Rule `yaml:"footnote"`
	Axis      Rule `yaml:"axis"`
	Base      Rule `yaml:"base"`
	Sign      Rule `yaml:"signature"`
}

// LabelPlace says where the label of a heading or caption stands.
type LabelPlace string

// Places of labels: on the left axis beside the title, on a line of its own
// above it, or before it on the same line.
const (
	OnAxis LabelPlace = "axis"
	Above  LabelPlace = "above"
	RunIn  LabelPlace = "run-in"
)

// UnmarshalText reads the name of a place of labels.
func (l *LabelPlace) UnmarshalText(b []byte) error {
	switch v := LabelPlace(b); v {
	case OnAxis, Above, RunIn:
		*l = v
		return nil
	}
	return fmt.Errorf("%q is not one of axis, above, run-in", b)
}

// Headings are the tokens of headings beside their types.
type Headings struct {
	Label     LabelPlace `yaml:"label"`
	RuleAbove bool       `yaml:"rule_above"` // the part rule, frame wide
	RuleGap   units.Sp   `yaml:"rule_gap"`   // from the rule to the top of the title
	RuleBelow units.Sp   `yaml:"rule_below"` // width of a short rule under the title, 0 for none
	BelowGap  units.Sp   `yaml:"below_gap"`  // from the title to that rule
	Stacked   units.Sp   `yaml:"stacked"`    // less space between two headings
	RunInGap  int64      `yaml:"run_in_gap"` // per mille of the em after a run-in head
	KeepH2    int        `yaml:"keep_h2"`    // lines of text that stay with it
	KeepH3    int        `yaml:"keep_h3"`
}

// Para are the tokens of numbered paragraphs.
type Para struct {
	Hanging bool     `yaml:"hanging"` // the number stands in the number column
	Suffix  string   `yaml:"suffix"`  // after the number
	Indent  units.Sp `yaml:"indent"`  // of the text after a number in the line
}

// List are the tokens of lists.
type List struct {
	In         units.Sp `yaml:"in"`   // marker, from the text axis
	Text       units.Sp `yaml:"text"` // text, from the marker
	BulletText units.Sp `yaml:"bullet_text"`
	Bullet     string   `yaml:"bullet"`
	Between    units.Sp `yaml:"between"`
	Italic     bool     `yaml:"italic"` // the letter of a marker
	QuoteIn    units.Sp `yaml:"quote_in"`
}

// Footnote are the tokens of footnotes.
type Footnote struct {
	Rule    units.Sp `yaml:"rule"`     // its length
	RuleGap units.Sp `yaml:"rule_gap"` // from the rule to the first note
	Above   units.Sp `yaml:"above"`    // least space between text and rule
	Between units.Sp `yaml:"between"`
	Hanging bool     `yaml:"hanging"` // number in the number column; otherwise superior at the margin
	Gap     int64    `yaml:"gap"`     // per mille of the em after a superior mark
}

// RunHead are the tokens of running heads.
type RunHead struct {
	Stacked  bool     `yaml:"stacked"`  // symbol over page, at the outer edge
	PartMax  units.Sp `yaml:"part_max"` // widest part title before it is cut to its label
	FirstAll bool     `yaml:"first_all"`
}

// Caption are the tokens of the label and title of tables and figures.
type Caption struct {
	Label      LabelPlace `yaml:"label"`
	AfterTable units.Sp   `yaml:"after_table"` // above, after another table
	NoteAbove  units.Sp   `yaml:"note_above"`
	FigureNote units.Sp   `yaml:"figure_note_above"`
	Below      units.Sp   `yaml:"below"` // after a table or figure, to the text
}

// Table are the tokens of tables.
type Table struct {
	Pad       units.Sp `yaml:"pad"`       // above and below a row
	PadText   units.Sp `yaml:"pad_text"`  // in long text tables
	HeadPad   units.Sp `yaml:"head_pad"`  // above a head
	FirstRow  units.Sp `yaml:"first_row"` // more above the first row
	GroupOf   int      `yaml:"group_of"`
	GroupGap  units.Sp `yaml:"group_gap"`
	GroupFrom int      `yaml:"group_from"` // rows that a table has at least to be grouped
	KindGap   units.Sp `yaml:"kind_gap"`   // more above rows of another kind
	Gap       units.Sp `yaml:"gap"`        // least between the widest cells
	Turn      units.Sp `yaml:"turn"`       // indent of turned stub lines
	Indent    units.Sp `yaml:"indent"`     // of indented stubs
	KeepLines int      `yaml:"keep_lines"` // a table up to so many lines is kept whole
	MinStub   units.Sp `yaml:"min_stub"`
	Least     units.Sp `yaml:"least"`      // type of a table that is too wide for an upright page is no smaller
	MaxColumn units.Sp `yaml:"max_column"` // a figure column is given no more than this
	HeadTop   units.Sp `yaml:"head_top"`   // above the head row
	GroupHead units.Sp `yaml:"group_head"` // above a row-group head

	PadYears     units.Sp `yaml:"pad_years"`     // in tables of two years
	PadFinance   units.Sp `yaml:"pad_finance"`   // in tables of money
	Column       units.Sp `yaml:"column"`        // a figure column is given no less with its gap
	SpanGap      units.Sp `yaml:"span_gap"`      // more beside a group of columns
	YearGap      units.Sp `yaml:"year_gap"`      // more where years do not follow each other
	PairGap      units.Sp `yaml:"pair_gap"`      // between figures and the text column after them
	SpannerAbove units.Sp `yaml:"spanner_above"` // above and below the rule of a spanner
	SpannerBelow units.Sp `yaml:"spanner_below"`
	StubGap      units.Sp `yaml:"stub_gap"` // more between entries of text tables that have several rows or lines
	NoteGap      units.Sp `yaml:"note_gap"` // after the letter of a note
	Gaps         Gaps     `yaml:"gaps"`
}

// Gaps says what stands in a cell that has no figure, by the reason for it.
type Gaps struct {
	Nil           string `yaml:"nil"` // a true zero that is not printed as a figure
	NotApplicable string `yaml:"not_applicable"`
	NotAvailable  string `yaml:"not_available"`
	NotComputed   string `yaml:"not_computed"`
	Suppressed    string `yaml:"suppressed"`
	Unchanged     string `yaml:"unchanged"` // a change that is nil
}

// Matrix are the tokens of the matrix of nationalities.
type Matrix struct {
	Gap     units.Sp `yaml:"gap"`
	Turn    units.Sp `yaml:"turn"`
	MinStub units.Sp `yaml:"min_stub"`
	Above   units.Sp `yaml:"group_above"` // above the group rule
	Below   units.Sp `yaml:"group_below"`
	Spanner units.Sp `yaml:"spanner_in"`

	SpanGap      units.Sp `yaml:"span_gap"`      // more beside a group of columns
	SpannerAbove units.Sp `yaml:"spanner_above"` // above and below the rule of a spanner
	SpannerBelow units.Sp `yaml:"spanner_below"`
	HeadAbove    units.Sp `yaml:"head_above"` // above and below a row-group head
	HeadBelow    units.Sp `yaml:"head_below"`
	TotalAbove   units.Sp `yaml:"total_above"` // above and below the total, inside its rules
	TotalBelow   units.Sp `yaml:"total_below"`
	Legend       units.Sp `yaml:"legend_above"`
	Scope        units.Sp `yaml:"scope_below"`
}

// Chart are the tokens of charts.
type Chart struct {
	Axis     units.Sp `yaml:"axis"` // from the left edge of the frame
	Field    units.Sp `yaml:"field"`
	LabelGap units.Sp `yaml:"label_gap"`
	Bar      units.Sp `yaml:"bar"`
	Pitch    units.Sp `yaml:"pitch"`
	Bar2     units.Sp `yaml:"bar_2"`
	Pitch2   units.Sp `yaml:"pitch_2"`
	Pitch3   units.Sp `yaml:"pitch_stacked"`
	Apart    units.Sp `yaml:"apart"`
	// Values of bars that stand together are at least so far apart, from
	// middle to middle, though their bars are closer.
	ValuePitch units.Sp `yaml:"value_pitch"`
	ValueGap   units.Sp `yaml:"value_gap"`
	FirstRow   units.Sp `yaml:"first_row"`
	Below      units.Sp `yaml:"below"`
	Plot       units.Sp `yaml:"plot"` // height of the field of lines
	Line       units.Sp `yaml:"line"` // width of a line
	Dot        units.Sp `yaml:"dot"`  // radius of a point
	// Labels of more than one line are set closer than one line is high.
	LabelLeading units.Sp `yaml:"label_leading"`
	LabelLines   int      `yaml:"label_lines"` // of a label, at most
	First        Ink      `yaml:"first"`       // colours of the series, in order
	Second       Ink      `yaml:"second"`
	Third        Ink      `yaml:"third"`
}

// Band are the tokens of the key-figure band.
type Band struct {
	Above   units.Sp `yaml:"above"`
	Below   units.Sp `yaml:"below"`
	Top     units.Sp `yaml:"top"`
	Bottom  units.Sp `yaml:"bottom"`
	Column  units.Sp `yaml:"column"`
	Caption units.Sp `yaml:"caption"` // its width
}

// Box are the tokens of boxes.
type Box struct {
	Out    units.Sp `yaml:"out"` // panel beyond the frame on each side
	Top    units.Sp `yaml:"top"`
	Bottom units.Sp `yaml:"bottom"`
	Title  units.Sp `yaml:"title_gap"`
	Above  units.Sp `yaml:"above"`
	Below  units.Sp `yaml:"below"`
	Split  int      `yaml:"split"` // lines before a box may break
}

// Timeline are the tokens of timelines.
type Timeline struct {
	Month    units.Sp `yaml:"month"` // first column, from the left axis
	Column   units.Sp `yaml:"column"`
	Gap      units.Sp `yaml:"gap"`
	Day      units.Sp `yaml:"day"`
	Above    units.Sp `yaml:"above"`
	Below    units.Sp `yaml:"below"`
	Between  units.Sp `yaml:"between"`
	MinSplit int      `yaml:"min_split"`  // a month of fewer lines is kept whole
	Head     units.Sp `yaml:"head"`       // from the heads of the columns to the first rule
	DaysUpTo int      `yaml:"days_up_to"` // columns that have a field for the day; with more it is run in
	DayGap   int64    `yaml:"day_gap"`    // per mille of the em after a day that is run in
}

// Contents are the tokens of the contents list.
type Contents struct {
	Depth     int      `yaml:"depth"`
	Indent3   units.Sp `yaml:"indent_3"`
	Turn      units.Sp `yaml:"turn"`
	LeaderEnd units.Sp `yaml:"leader_end"` // end of the leader field before the frame edge
	LeaderDot units.Sp `yaml:"leader_dot"` // from dot to dot
	LeaderGap units.Sp `yaml:"leader_gap"` // after the title
	LeaderMin int      `yaml:"leader_min"` // dots at least
	Near      units.Sp `yaml:"near"`       // a title that comes so near to the field is broken
	RuleAbove units.Sp `yaml:"rule_above"`
	RuleBelow units.Sp `yaml:"rule_below"`
	HeadBelow units.Sp `yaml:"head_below"`
	Between   units.Sp `yaml:"between"` // annex entries
	MaxEmpty  units.Sp `yaml:"max_empty"`
	Label     units.Sp `yaml:"label"` // column of the labels, from the left axis
}

// Acronyms are the tokens of the list of acronyms.
type Acronyms struct {
	Column units.Sp `yaml:"column"` // expansions, from the left axis
	Letter units.Sp `yaml:"letter"` // more where the first letter changes
}

// Sign are the tokens of the signature block.
type Sign struct {
	Above   units.Sp `yaml:"above"`
	Rule    units.Sp `yaml:"rule"`
	Gap     units.Sp `yaml:"gap"`
	Picture units.Sp `yaml:"picture"`
	Keep    int      `yaml:"keep"` // lines of text with it
}

// Cover are the tokens of the cover. Y counts from the top of the sheet, X from
// the left edge of the frame.
type Cover struct {
	RuleY      units.Sp `yaml:"rule_y"`
	Emblem     units.Sp `yaml:"emblem"` // its width; 0 for none
	EmblemY    units.Sp `yaml:"emblem_y"`
	OrganX     units.Sp `yaml:"organ_x"`
	OrganY     units.Sp `yaml:"organ_y"`
	SessionY   units.Sp `yaml:"session_y"`
	SymbolX    units.Sp `yaml:"symbol_x"`
	TitleX     units.Sp `yaml:"title_x"`
	TitleY     units.Sp `yaml:"title_y"`
	TitleWidth units.Sp `yaml:"title_width"`
	SubmitGap  units.Sp `yaml:"submission_gap"`
	SeatsX     units.Sp `yaml:"seats_x"`
	SeatsY     units.Sp `yaml:"seats_y"`
	SeatRows   int      `yaml:"seat_rows"` // 0 for no ornament
	SeatInner  units.Sp `yaml:"seat_inner"`
	SeatStep   units.Sp `yaml:"seat_step"`
	SeatRadius units.Sp `yaml:"seat_radius"`
	SeatRing   units.Sp `yaml:"seat_ring"`
	FootY      units.Sp `yaml:"foot_y"`
	CaptionY   units.Sp `yaml:"caption_y"`
}

// Folio says how pages are numbered.
type Folio struct {
	Annex string `yaml:"annex"` // "restart" or "continue"
}
