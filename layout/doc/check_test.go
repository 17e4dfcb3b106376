package doc

import (
	"math/big"
	"strings"
	"testing"

	"assemble/layout/lang"
)

func TestCheckAccepts(t *testing.T) {
	if broken := Check(every()); len(broken) > 0 {
		t.Errorf("a document with everything breaks %q", broken)
	}
	d := every()
	find[*Paragraph](d).Head.ID = "run-in"
	find[*Paragraph](d).Text[5].(*Ref).To = "run-in"
	if broken := Check(d); len(broken) > 0 {
		t.Errorf("a reference to a run-in head breaks %q", broken)
	}
	if broken := Check(&Document{}); len(broken) > 0 {
		t.Errorf("an empty document breaks %q", broken)
	}
}

// find returns the block of a kind in a document.
func find[B Block](d *Document) B {
	for _, b := range d.Parts[0].Blocks {
		if b, ok := b.(B); ok {
			return b
		}
	}
	var none B
	return none
}

func TestCheckFinds(t *testing.T) {
	for want, spoil := range map[string]func(*Document){
		"Table #table-1 at 5:3 has 1 cells in row 2 where 2 are wanted": func(d *Document) {
			r := &find[*Table](d).Rows[1]
			r.Cells = r.Cells[:1]
		},
		"has 2 cells in row 1 where 0 are wanted": func(d *Document) {
			find[*Table](d).Rows[0].Cells = []Cell{{Gap: Nil}, {Gap: Nil}}
		},
		"has 0 of figure, text and gap in row 3, cell 1": func(d *Document) { find[*Table](d).Rows[2].Cells[0].Gap = NoGap },
		"has 2 of figure, text and gap in row 2, cell 1": func(d *Document) { find[*Table](d).Rows[1].Cells[0].Gap = Nil },
		"has no note 2, wanted in row 2, cell 2":         func(d *Document) { find[*Table](d).Rows[1].Cells[1].Note = 2 },
		"has 1 alignments and 2 columns":                 func(d *Document) { find[*Table](d).Columns = []Align{AlignLeft} },
		"Chart has no text that stands for it":           func(d *Document) { find[*Chart](d).Alt = "" },
		"Chart has no values yet":                        func(d *Document) { find[*Chart](d).Of = "survey.a" },
		"has 1 values in series 1 and 2 categories": func(d *Document) {
			s := &find[*Chart](d).Series[0]
			s.Values = s.Values[:1]
		},
		`reference to "nowhere" has no target at 2:3`: func(d *Document) { find[*Paragraph](d).Text[5].(*Ref).To = "nowhere" },
		`footnote "n" is empty at 3:3`:                func(d *Document) { find[*Paragraph](d).Text[7].(*Footnote).Of = nil },
		`fact "a" is 4 and 3 at 9:3`:                  func(d *Document) { find[*Paragraph](d).Text[9] = stat("a", 4) },
		`share "women" has no base at 9:3`: func(d *Document) {
			d.Parts[0].Blocks[2].(*Paragraph).Text[0].(*Stat).Number.Base = nil
		},
		`share "women" has a base of 0`: func(d *Document) {
			d.Parts[0].Blocks[2].(*Paragraph).Text[0].(*Stat).Number.Base = new(big.Rat)
		},
		"a figure is nil":                        func(d *Document) { find[*KeyFigures](d).Of[0].Stat = nil },
		"Quote #part has the label of part part": func(d *Document) { find[*Quote](d).ID = "part" },
		`reference to "head" has no target`: func(d *Document) {
			find[*Paragraph](d).Head.ID = "heads"
			find[*Paragraph](d).Text[5].(*Ref).To = "head"
		},
		"KeyFigures has no figures":                     func(d *Document) { find[*KeyFigures](d).Of = nil },
		"Heading #part at 1:3 has level 5":              func(d *Document) { find[*Heading](d).Level = 5 },
		"List has 0 items from 0":                       func(d *Document) { find[*List](d).Items = nil },
		"Timeline has 1 columns in month 1 and 2":       func(d *Document) { find[*Timeline](d).Months[0].Columns = make([][]Event, 1) },
		"Picture has no image":                          func(d *Document) { find[*Picture](d).Image = nil },
		"Quote #p has the label of Paragraph #p at 2:3": func(d *Document) { find[*Quote](d).ID = "p" },
		`cover: reference to "gone" has no target`:      func(d *Document) { d.Cover.Note = []Inline{&Ref{To: "gone"}} },
	} {
		d := every()
		spoil(d)
		if got := strings.Join(Check(d), "\n"); !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
}

// TestCheckUnbound: what has no value yet breaks no rule of values, and one
// fact may be printed in many forms.
func TestCheckUnbound(t *testing.T) {
	percent := &Stat{Fact: "b", Number: lang.Number{Value: big.NewRat(9, 1), Unit: lang.Percent, Form: lang.Share}}
	share := &Stat{Fact: "a", Number: lang.Number{Form: lang.Share}}
	words := stat("a", 3)
	words.Number.Form = lang.Words
	hole := &Stat{Fact: "a", Number: lang.Int(99), Hole: true}
	d := &Document{Parts: []*Part{{Blocks: []Block{&Paragraph{Text: []Inline{percent, share, words, stat("a", 3), hole}}}}}}
	if broken := Check(d); len(broken) > 0 {
		t.Errorf("breaks %q", broken)
	}
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		pattern string
		args    []string
		want    string
	}{
		{"Base: %s %s", []string{"64", "passes"}, "Base: 64 passes"},
		{"%s", []string{"64"}, "64"},
		{"none", nil, "none"},
		{"%s of %s", []string{"1"}, "1 of"},
		{"", nil, ""},
	} {
		var args [][]Inline
		for _, a := range c.args {
			args = append(args, Words(a))
		}
		if got := Plain(Fill(c.pattern, args...), nil); got != c.want {
			t.Errorf("%q: %q, not %q", c.pattern, got, c.want)
		}
	}
}
