package style

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"assemble/layout/lang"
	"assemble/layout/units"
)

func TestCouncilIsSound(t *testing.T) {
	if bad := Council().Check(); len(bad) != 0 {
		t.Errorf("council: %s", strings.Join(bad, "; "))
	}
}

func TestEachNamesEveryRole(t *testing.T) {
	s := Council()
	n := 0
	s.Roles.Each(func(name string, role *Type) {
		n++
		if role.Weight == 0 || role.Figures == "" || role.Align == "" || role.Color == "" {
			t.Errorf("role %s is not complete: %+v", name, *role)
		}
	})
	if want := reflect.TypeOf(s.Roles).NumField(); n != want {
		t.Errorf("Each names %d roles of %d", n, want)
	}
}

// TestCheckFindsFaults: each value that could not be laid out is named, and
// nothing else is.
func TestCheckFindsFaults(t *testing.T) {
	for _, c := range []struct {
		want  string
		spoil func(*Style)
	}{
		{"page: width and height", func(s *Style) { s.Page.Height, s.Page.TextBlock = 0, 100*units.Pt }},
		{"page: the frame", func(s *Style) { s.Page.Frame = 2 * s.Page.Width }},
		{"page: the frame", func(s *Style) { s.Page.FrameX = -1 }},
		{"page: text_axis", func(s *Style) { s.Page.TextAxis = s.Page.Frame }},
		{"page: the text block", func(s *Style) { s.Page.TextBlock = s.Page.Height }},
		{"page: the text block", func(s *Style) { s.Page.Top = -1 }},
		{"page: quantum or baseline", func(s *Style) { s.Page.Baseline = 1000 }},
		{"page: quantum or baseline", func(s *Style) { s.Page.Quantum = -1 }},
		{"page: the text block must hold four lines", func(s *Style) { s.Page.TextBlock = s.Roles.Text.Leading*4 - 1 }},
		{"page: the turned block", func(s *Style) { s.Page.TurnedBlock = s.Page.Width }},
		{"page: the turned block", func(s *Style) { s.Page.TurnedBlock = s.Roles.Text.Leading }},
		{"tables: least", func(s *Style) { s.Table.Least = 0 }},
		{"tables: least", func(s *Style) { s.Table.Least = -2 * units.Pt }},
		{"setting: spaces", func(s *Style) { s.Setting.SpaceMin = 0 }},
		{"setting: spaces", func(s *Style) { s.Setting.SpaceMin = 1001 }},
		{"setting: spaces", func(s *Style) { s.Setting.SpaceMax = 999 }},
		{"setting: letter_fit", func(s *Style) { s.Setting.LetterFit = 101 }},
		{"contents: leader_dot", func(s *Style) { s.Contents.LeaderDot = 0 }},
		{"part_break", func(s *Style) { s.PartBreak = "sheet" }},
		{"folio: annex", func(s *Style) { s.Folio.Annex = "" }},
		{"roles: text", func(s *Style) { s.Roles.Text.Size = 0 }},
		{"roles: timeline_item", func(s *Style) { s.Roles.TimeItem.Leading = -1 }},
		{"numbers: en: prsoe", func(s *Style) { s.Numbers = map[string]map[string]Numbers{"en": {"prsoe": {}}} }},
	} {
		s := Council()
		c.spoil(s)
		if bad := strings.Join(s.Check(), "; "); !strings.Contains(bad, c.want) {
			t.Errorf("want %q, got %q", c.want, bad)
		}
	}
}

func TestTokens(t *testing.T) {
	s := Council()
	if got := s.Page.Measure() - units.Mm(129600); got < -1 || got > 1 {
		t.Errorf("measure is off by %d", got)
	}
	var c Color
	if err := c.UnmarshalText([]byte("#0F4C70")); err != nil || c != s.Colors.Accent {
		t.Errorf("colour = %v, %v", c, err)
	}
	for _, bad := range []string{"0F4C70", "#0F4C7", "#GGGGGG", ""} {
		if c.UnmarshalText([]byte(bad)) == nil {
			t.Errorf("colour %q was accepted", bad)
		}
	}
}

func TestNumbersOverride(t *testing.T) {
	s := Council()
	space := " "
	s.Numbers = map[string]map[string]Numbers{"en": {"prose": {Group: &space}}}
	if got := s.Language("en").Profile(lang.Prose).Group; got != " " {
		t.Errorf("group = %q", got)
	}
	if got := s.Language("fr").Profile(lang.Prose); got != lang.For("fr").Profile(lang.Prose) {
		t.Errorf("French changed: %+v", got)
	}
}

// TestNumbersReachEveryPlace: a style may change each value of a profile, in
// each place, and changes it there only.
func TestNumbersReachEveryPlace(t *testing.T) {
	text, number, yes := "x", 77, true
	over := Numbers{
		Group: &text, MinGroup: &number, Decimal: &text, Percent: &text, Compound: &text, Minus: &text, NegParens: &yes, WordsBelow: &number, Zero: &text,
	}
	want := func(p lang.Profile) lang.Profile {
		p.Group, p.MinGroup, p.Decimal, p.Percent, p.Compound, p.Minus = "x", 77, "x", "x", "x", "x"
		p.NegParens, p.WordsBelow, p.Zero = true, 77, "x"
		return p
	}
	all := []lang.Place{lang.Prose, lang.SentenceStart, lang.Parentheses, lang.InTable, lang.InFinanceTable, lang.InChart, lang.KeyFigure, lang.InHeading}
	if len(places) != len(all) {
		t.Fatalf("%d places have a name, %d are tested", len(places), len(all))
	}
	for name, at := range map[string]lang.Place{
		"prose": lang.Prose, "sentence_start": lang.SentenceStart, "parentheses": lang.Parentheses, "table": lang.InTable,
		"finance_table": lang.InFinanceTable, "chart": lang.InChart, "key_figure": lang.KeyFigure, "heading": lang.InHeading,
	} {
		s := Council()
		s.Numbers = map[string]map[string]Numbers{"en": {name: over}}
		for _, p := range all {
			was := lang.For("en").Profile(p)
			if p == at {
				was = want(was)
			}
			if got := s.Language("en").Profile(p); got != was {
				t.Errorf("%s changed place %d:\ngot  %+v\nwant %+v", name, p, got, was)
			}
		}
	}
}

// TestWordsOfTokens: a word that a style file may use is taken, no other is,
// and a colour is the one of its name.
func TestWordsOfTokens(t *testing.T) {
	c := Council().Colors
	for name, want := range map[string]Color{"ink": c.Ink, "accent": c.Accent, "muted": c.Muted, "second": c.Second, "hair": c.Hair, "panel": c.Panel} {
		var i Ink
		if err := i.UnmarshalText([]byte(name)); err != nil || c.Of(i) != want {
			t.Errorf("%s is %v, %v", name, c.Of(i), err)
		}
	}
	for _, x := range []struct {
		to    interface{ UnmarshalText([]byte) error }
		words string
	}{
		{new(Ink), "ink accent muted second hair panel"},
		{new(Figures), "old-style lining tabular"},
		{new(Align), "left center right justify"},
		{new(LabelPlace), "axis above run-in"},
	} {
		for _, w := range strings.Fields(x.words) {
			if err := x.to.UnmarshalText([]byte(w)); err != nil {
				t.Errorf("%T: %v", x.to, err)
			}
		}
		for _, w := range []string{"", "Left", "centre", "red"} {
			if err := x.to.UnmarshalText([]byte(w)); err == nil {
				t.Errorf("%T took %q", x.to, w)
			}
		}
	}
}

// TestTurnedPage: the sheet is turned, its margins at the sides stay.
func TestTurnedPage(t *testing.T) {
	p := Council().Page
	q := p.Turned()
	if q.Width != p.Height || q.Height != p.Width || q.FrameX != p.FrameX || q.Width-q.FrameX-q.Frame != p.Width-p.FrameX-p.Frame || q.TextBlock != p.TurnedBlock {
		t.Errorf("turned %+v", q)
	}
	if q.Top+q.TextBlock > q.Height {
		t.Error("the text block leaves the sheet")
	}
}

// TestLookThatReadersNeed: bounds of the look that are there for readers. Text
// is at least 7.5 points, contrast of text at least 4.5 to 1 (WCAG 2.2, 1.4.3),
// figures of tables stand under each other.
func TestLookThatReadersNeed(t *testing.T) {
	s := Council()
	least := units.Points(725) // heads of the matrix
	s.Roles.Each(func(name string, r *Type) {
		if r.Size < least {
			t.Errorf("%s is %s points", name, r.Size)
		}
		if k := contrast(s.Colors.Of(r.Color), Color{255, 255, 255}); k < 4.5 {
			t.Errorf("%s has a contrast of %.1f", name, k)
		}
		if strings.HasPrefix(name, "table_") && name != "table_note" && r.Figures != Tabular {
			t.Errorf("figures of %s are %s", name, r.Figures)
		}
	})
	if s.Table.Least < units.Points(750) {
		t.Errorf("tables shrink to %s", s.Table.Least)
	}
	for _, size := range []units.Sp{s.Roles.BoxText.Size, s.Roles.Text.Size} {
		if size < units.Points(900) {
			t.Errorf("text of %s points", size)
		}
	}
	if k := contrast(s.Colors.Muted, s.Colors.Panel); k < 4.5 {
		t.Errorf("muted text on a panel has a contrast of %.1f", k)
	}
	if s.Table.Gaps.NotAvailable == "0" || s.Table.Gaps.NotComputed == "0" || s.Table.Gaps.Suppressed == "" || s.Table.Gaps.NotAvailable == "" {
		t.Errorf("empty cells print %+v", s.Table.Gaps)
	}
}

// contrast is that of WCAG 2.2.
func contrast(a, b Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c Color) float64 {
	part := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// TestTurned: a turned page keeps the margins at its sides. A page that is wide
// already stays as it is: turned, it would be narrower than what does not fit it.
func TestTurned(t *testing.T) {
	p := Council().Page
	w := p.Turned()
	if w.Width != p.Height || w.Height != p.Width || w.FrameX != p.FrameX || w.Width-w.FrameX-w.Frame != p.Width-p.FrameX-p.Frame {
		t.Errorf("turned: %+v", w)
	}
	if again := w.Turned(); again != w {
		t.Errorf("turned twice: %+v", again)
	}
}
