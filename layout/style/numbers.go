package style

import (
	"assemble/layout/lang"
)

// Numbers changes a number profile of a language in one place; what is nil
// stays as the language has it.
type Numbers struct {
	Group      *string `yaml:"group"`
	MinGroup   *int    `yaml:"min_group"`
	Decimal    *string `yaml:"decimal"`
	Percent    *string `yaml:"percent"`
	Compound   *string `yaml:"compound"`
	Minus      *string `yaml:"minus"`
	NegParens  *bool   `yaml:"negative_in_parentheses"`
	WordsBelow *int    `yaml:"words_below"`
	Zero       *string `yaml:"zero"`
}

// places names the places of lang in a style file.
var places = map[string]lang.Place{
	"prose": lang.Prose, "sentence_start": lang.SentenceStart, "parentheses": lang.Parentheses, "table": lang.InTable,
	"finance_table": lang.InFinanceTable, "chart": lang.InChart, "key_figure": lang.KeyFigure, "heading": lang.InHeading,
}

// Language returns the language table of tag with the number profiles of the
// style.
func (s *Style) Language(tag string) *lang.Table {
	t := lang.For(tag)
	over := map[lang.Place]lang.Profile{}
	for name, n := range s.Numbers[t.Tag()] {
		if p, ok := places[name]; ok {
			over[p] = n.apply(t.Profile(p))
		}
	}
	if len(over) == 0 {
		return t
	}
	return t.With(over)
}

func (n Numbers) apply(p lang.Profile) lang.Profile {
	set(&p.Group, n.Group)
	set(&p.MinGroup, n.MinGroup)
	set(&p.Decimal, n.Decimal)
	set(&p.Percent, n.Percent)
	set(&p.Compound, n.Compound)
	set(&p.Minus, n.Minus)
	set(&p.NegParens, n.NegParens)
	set(&p.WordsBelow, n.WordsBelow)
	set(&p.Zero, n.Zero)
	return p
}

func set[T any](to *T, from *T) {
	if from != nil {
		*to = *from
	}
}

// Check returns what of a style cannot be laid out, none for a sound one.
func (s *Style) Check() []string {
	var bad []string
	say := func(wrong bool, what string) {
		if wrong {
			bad = append(bad, what)
		}
	}
	p := s.Page
	say(p.Width <= 0 || p.Height <= 0, "page: width and height must be more than 0")
	say(p.Frame <= 0 || p.FrameX < 0 || p.FrameX+p.Frame > p.Width, "page: the frame must lie on the sheet")
	say(p.TextAxis < 0 || p.TextAxis >= p.Frame, "page: text_axis must lie inside the frame")
	say(p.Top < 0 || p.TextBlock <= 0 || p.Top+p.TextBlock > p.Height, "page: the text block must lie on the sheet")
	say(p.Quantum < 0 || p.Baseline <= 0 || p.Baseline >= 1000, "page: quantum or baseline is out of range")
	say(s.Roles.Text.Leading*4 > p.TextBlock, "page: the text block must hold four lines of text")
	turned := p.Turned()
	say(turned.TextBlock < s.Roles.Text.Leading*4 || p.Top+turned.TextBlock > turned.Height,
		"page: the turned block must lie on the turned sheet and hold four lines of text")
	say(s.Table.Least <= 0, "tables: least must be more than 0")
	say(s.Setting.SpaceMin <= 0 || s.Setting.SpaceMin > 1000 || s.Setting.SpaceMax < 1000, "setting: spaces are per mille of the space of the face, least below and most above 1000")
	say(s.Setting.LetterFit < 0 || s.Setting.LetterFit > 100, "setting: letter_fit is per mille of the line, 0 to 100")
	say(s.Contents.LeaderDot <= 0, "contents: leader_dot must be more than 0")
	say(s.PartBreak != "none" && s.PartBreak != "page", `part_break: must be "none" or "page"`)
	say(s.Folio.Annex != "restart" && s.Folio.Annex != "continue", `folio: annex must be "restart" or "continue"`)
	s.Roles.Each(func(name string, t *Type) {
		say(t.Size <= 0 || t.Leading <= 0, "roles: "+name+" needs a size and a leading")
	})
	for l, byPlace := range s.Numbers {
		for place := range byPlace {
			_, ok := places[place]
			say(!ok, "numbers: "+l+": "+place+" is not a place")
		}
	}
	return bad
}
