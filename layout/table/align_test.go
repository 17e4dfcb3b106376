package table

import (
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/style"
	"assemble/layout/units"
)

// placed is text at its place in a list of boxes, Y counted through them.
type placed struct {
	*frame.Run
	y units.Sp
}

// texts returns the runs of boxes in reading order. Text that was set as several
// runs stays in several.
func texts(boxes []galley.Box) []placed {
	var out []placed
	var y units.Sp
	for i := range boxes {
		y += boxes[i].Space
		for _, it := range boxes[i].Items {
			if r, ok := it.(*frame.Run); ok {
				out = append(out, placed{r, y + r.Y})
			}
		}
		y += boxes[i].Height
	}
	return out
}

// find returns the first run whose text is s.
func find(tb testing.TB, boxes []galley.Box, s string) placed {
	tb.Helper()
	for _, p := range texts(boxes) {
		if strings.TrimSpace(p.Text) == s {
			return p
		}
	}
	tb.Fatalf("nothing says %q in %q", s, said(boxes))
	return placed{}
}

func said(boxes []galley.Box) string {
	var all []string
	for _, p := range texts(boxes) {
		all = append(all, p.Text)
	}
	return strings.Join(all, "|")
}

// edge is the right edge of the first n bytes of a run.
func edge(p placed, n int) units.Sp {
	x := p.X
	for _, g := range p.Glyphs {
		if int(g.Cluster) < n {
			x += g.Advance
		}
	}
	return x
}

// lastDigit is the right edge of the last digit of a run.
func lastDigit(p placed) units.Sp { return edge(p, strings.LastIndexAny(p.Text, "0123456789")+1) }

func near(a, b units.Sp) bool { return a-b <= 2 && b-a <= 2 }

func TestDigitsStandUnderEachOther(t *testing.T) {
	b := newBench(t)
	boxes := lay(b.numbered("Table 1"), expenditure())
	b.check(t, boxes)
	for _, column := range [][]string{{"7.3", "(4.2)", "3.1"}, {"0.45%", "(0.26%)", "0.19%"}, {"53.6", "1\u202f551.8", "1\u202f605.4"}} {
		want := lastDigit(find(t, boxes, column[0]))
		for _, s := range column[1:] {
			if got := lastDigit(find(t, boxes, s)); !near(got, want) {
				t.Errorf("%s ends at %s, %s at %s", s, got, column[0], want)
			}
		}
	}
	// The parenthesis has its room inside the table, on every row.
	right := b.Style.Page.Frame
	outside := find(t, boxes, "(0.26%)")
	if got := outside.X + outside.Width(); !near(got, right) {
		t.Errorf("the parenthesis ends at %s, the table at %s", got, right)
	}
	// A head stands above the digits, or above the sign that all of them have.
	if got, want := find(t, boxes, "USD million"), lastDigit(find(t, boxes, "7.3")); !near(got.X+got.Width(), want) {
		t.Errorf("the head ends at %s, the digits at %s", got.X+got.Width(), want)
	}
	if got, want := find(t, boxes, "% of total"), find(t, boxes, "0.45%"); !near(got.X+got.Width(), want.X+want.Width()) {
		t.Errorf("the head ends at %s, the per cent sign at %s", got.X+got.Width(), want.X+want.Width())
	}
}

func TestOneNumberOfDecimals(t *testing.T) {
	cases := []struct {
		name string
		in   []string
		want []string
	}{
		{"the longest counts", []string{"7", "7.25", "3.1"}, []string{"7.00", "7.25", "3.10"}},
		{"whole numbers stay", []string{"7", "1200"}, []string{"7", "1\u202f200"}},
		{"shares apart from counts", []string{"863", "936", "9.5%", "12%"}, []string{"863", "936", "9.5%", "12.0%"}},
		{"written by hand stays", []string{"n/a", "4.5", "3"}, []string{"n/a", "4.5", "3.0"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			tab := &doc.Table{Heads: heads("Figure")}
			for _, s := range c.in {
				tab.Rows = append(tab.Rows, row1("x", s))
			}
			boxes := lay(b.numbered("Table 1"), tab)
			b.check(t, boxes)
			var got []string
			for _, p := range texts(boxes) {
				if s := p.Text; s != "x" && s != "Figure" && p.Tag != 0 && strings.TrimSpace(s) != "Table 1" {
					got = append(got, s)
				}
			}
			if strings.Join(got, " ") != strings.Join(c.want, " ") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A number of the model is not changed by being printed with more decimals.
func TestDecimalsLeaveTheModel(t *testing.T) {
	b := newBench(t)
	tab := &doc.Table{Heads: heads("Figure"), Rows: []doc.Row{row1("x", "7"), row1("y", "7.25")}}
	lay(b.Context, tab)
	if p := tab.Rows[0].Cells[0].Stat.Number.Places; p != -1 {
		t.Errorf("places = %d", p)
	}
}

func TestFigureText(t *testing.T) {
	for s, want := range map[string]int{
		"12": 2, "(4.2)": 4, "1\u202f467": 7, "12%": 2, "−15": 5, "2013–2017": 11, "13.1–3": 8, "42*": 2,
		"4.b": 0, "": 0, "—": 0, "n/a": 0, "P-4": 0, "1st": 0,
	} {
		if got, ok := figureText(s); got != want || ok != (want > 0) {
			t.Errorf("%q: %d, %t; want %d", s, got, ok, want)
		}
	}
	for s, want := range map[string]bool{"—": true, "n/a": true, "..": true, "": true, "12": false, "yes, mostly": false, "Italy": false} {
		if got := placeholder(s); got != want {
			t.Errorf("placeholder(%q) = %t", s, got)
		}
	}
}

// alignOf is where the text of a one-column table begins and ends against its
// column.
func TestColumnsFindTheirAlignment(t *testing.T) {
	cases := []struct {
		name  string
		align doc.Align
		cells []doc.Cell
		right bool // ends at the right edge of the table
	}{
		{"figures", doc.AlignAuto, cells("12", "1400"), true},
		{"figures to be centred", doc.AlignCenter, cells("12", "1400"), true},
		{"figures asked left", doc.AlignLeft, cells("12", "1400"), false},
		{"hand-written figures", doc.AlignAuto, []doc.Cell{{Text: words("12")}, {Text: words("(1,400)")}}, true},
		{"words", doc.AlignAuto, cells("ongoing", "done at last"), false},
		{"goals", doc.AlignAuto, []doc.Cell{{Text: words("4.b")}, {Text: words("5.2")}}, false},
		{"words asked right", doc.AlignRight, cells("ongoing", "done at last"), true},
		{"signs", doc.AlignAuto, []doc.Cell{{Text: words("x")}, {Text: words("xx")}}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			tab := &doc.Table{Heads: heads("Head of it"), Columns: []doc.Align{c.align}}
			for i := range c.cells {
				tab.Rows = append(tab.Rows, doc.Row{Stub: words("stub entry"), Cells: c.cells[i : i+1]})
			}
			boxes := lay(b.Context, tab)
			b.check(t, boxes)
			rows := texts(boxes)
			short, long := rows[2], rows[4]
			if c.right {
				if !near(lastOf(short), lastOf(long)) || near(short.X, long.X) {
					t.Errorf("%q ends at %s, %q at %s", short.Text, lastOf(short), long.Text, lastOf(long))
				}
			} else if !near(short.X, long.X) {
				t.Errorf("%q begins at %s, %q at %s", short.Text, short.X, long.Text, long.X)
			}
		})
	}
}

func lastOf(p placed) units.Sp {
	if strings.ContainsAny(p.Text, "0123456789") {
		return lastDigit(p)
	}
	return p.X + p.Width()
}

func TestGapsAndTheirKey(t *testing.T) {
	all := doc.Row{Stub: words("all"), Cells: []doc.Cell{
		{Gap: doc.Nil}, {Gap: doc.NotApplicable}, {Gap: doc.NotAvailable}, {Gap: doc.NotComputed}, {Gap: doc.Suppressed},
	}}
	figures := row1("figures", "1", "2", "3", "4", "5")
	tab := &doc.Table{Heads: heads("a", "b", "c", "d", "e"), Rows: []doc.Row{figures, all}}
	b := newBench(t)
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	if got, want := said(boxes), "a|b|c|d|e|figures|1|2|3|4|5|all|—|—|*|— Not available; not computed."; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	// A dash stands where a figure would end.
	if dash, four := texts(boxes)[13], find(t, boxes, "4"); !near(dash.X+dash.Width(), lastDigit(four)) {
		t.Errorf("the dash ends at %s, the figure at %s", dash.X+dash.Width(), lastDigit(four))
	}
	// Where the legend says it, it is not said twice; signs are the style's.
	tab.Legend = words("— means that nobody knows.")
	st := style.Council()
	st.Table.Gaps.Nil = "0"
	b = benchOf(st, "en")
	if got := said(lay(b.Context, tab)); !strings.Contains(got, "all|0|—|—|*|— means") || strings.Contains(got, "available") {
		t.Errorf("got %q", got)
	}
}

func TestZeroIsTheProfiles(t *testing.T) {
	st := style.Council()
	blank := ""
	st.Numbers = map[string]map[string]style.Numbers{"en": {"table": {Zero: &blank}}}
	b := benchOf(st, "en")
	tab := &doc.Table{Heads: heads("n"), Rows: []doc.Row{row1("x", "0"), row1("y", "5")}}
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	if got := said(boxes); got != "n|x|y|5" {
		t.Errorf("got %q", got)
	}
}

func TestHoleKeepsItsPlace(t *testing.T) {
	b := newBench(t)
	tab := &doc.Table{Heads: heads("n"), Rows: []doc.Row{row1("x", "1234"), row1("y", "5")}}
	tab.Rows[1].Cells[0] = doc.Cell{Stat: &doc.Stat{Hole: true, Number: lang.Number{}}}
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	if p := find(t, boxes, hole); !near(p.X+p.Width(), lastDigit(find(t, boxes, "1\u202f234"))) {
		t.Error("the blank of a missing figure does not end where figures do")
	}
}

// Notes: letters in order, outside of the alignment, and under the table.
func TestNotes(t *testing.T) {
	tab := &doc.Table{
		Stub: words("s"), Heads: heads("n", "m"), Rows: []doc.Row{row1("x", "12", "7"), row1("y", "5", "8")},
		Notes: []doc.Note{{Text: words("General.")}, {Text: words("Twelve only.")}, {Text: words("Eight too.")}},
	}
	tab.Rows[0].Cells[0].Note = 2
	tab.Rows[1].Cells[1].Note = 3
	tab.Rows[1].Stub = append(tab.Rows[1].Stub, &doc.Footnote{Name: "y", Of: []doc.Block{&doc.Paragraph{Text: words("Of y.")}}})
	tab.Legend, tab.Source = words("Legend."), words("the register")
	b := newBench(t)
	boxes := lay(b.numbered("Table 1"), tab)
	b.check(t, boxes)
	want := "s|n|m|x|12|a|7|y|c|5|8|b|General.|a|Twelve only.|b|Eight too.|c|Of y.|Legend.|Source: the register"
	if got := strings.TrimPrefix(said(boxes), "Table\u00a01 |"); !strings.HasSuffix(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if a, five := lastDigit(find(t, boxes, "12")), lastDigit(find(t, boxes, "5")); !near(a, five) {
		t.Errorf("the note moved the figure: %s and %s", a, five)
	}
	if n := len(find(t, boxes, "12").Glyphs); n != 2 {
		t.Errorf("the figure has %d glyphs", n)
	}
	// Each mark leads to its note.
	dests := map[string]bool{}
	areas := 0
	for i := range boxes {
		for _, d := range boxes[i].Dests {
			dests[d.Name] = true
		}
		for _, it := range boxes[i].Items {
			if a, ok := it.(*frame.Area); ok {
				areas++
				if b.Tree.At(a.Tag).Role != frame.LinkRole {
					t.Errorf("the area of %q belongs to %s", a.Text, b.Tree.At(a.Tag).Role)
				}
			}
		}
	}
	if areas != 3 || !dests["table-1:note-a"] || !dests["table-1:note-c"] || !dests["table-1"] {
		t.Errorf("%d areas, destinations %v", areas, dests)
	}
}

// A note that is called twice stands once.
func TestNoteCalledTwice(t *testing.T) {
	note := &doc.Footnote{Name: "n", Of: []doc.Block{&doc.Paragraph{Text: words("Twice.")}}}
	tab := &doc.Table{Heads: heads("n"), Rows: []doc.Row{row1("x", "12"), row1("y", "13")}}
	for i := range tab.Rows {
		tab.Rows[i].Stub = append(tab.Rows[i].Stub, note)
	}
	b := newBench(t)
	boxes := lay(b.numbered("Table 1"), tab)
	b.check(t, boxes)
	if got := said(boxes); !strings.HasSuffix(got, "n|x|a|12|y|a|13|a|Twice.") {
		t.Errorf("got %q", got)
	}
}

// A table that nothing names has notes without links: there is no name that
// would be free in the whole document.
func TestNotesWithoutDestination(t *testing.T) {
	tab := &doc.Table{Heads: heads("n"), Rows: []doc.Row{row1("x", "12")}, Notes: []doc.Note{{Text: words("Twelve.")}}}
	tab.Rows[0].Cells[0].Note = 1
	b := newBench(t)
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	if got := said(boxes); got != "n|x|12|a|a|Twelve." {
		t.Errorf("got %q", got)
	}
}

func TestSourceLineIsNotDoubled(t *testing.T) {
	for _, c := range []struct{ tag, in, want string }{
		{"en", "the register", "Source: the register"},
		{"en", "Source: the register", "Source: the register"},
		{"fr", "le registre", "Source\u00a0: le registre"},
	} {
		b := benchOf(style.Council(), c.tag)
		boxes := lay(b.Context, &doc.Table{Heads: heads("n"), Rows: []doc.Row{row1("x", "1")}, Source: words(c.in)})
		if got, ok := strings.CutPrefix(strings.ReplaceAll(said(boxes), "|", ""), "nx1"); !ok || got != c.want {
			t.Errorf("%s: got %q, want %q", c.tag, got, c.want)
		}
	}
}

// Columns under a spanner have its period.
func TestPeriodOfSpanner(t *testing.T) {
	tab := &doc.Table{
		Heads: []doc.Head{{Text: words("2016"), Period: doc.Before, Sub: heads("F", "M")}, {Text: words("All")}},
		Rows:  []doc.Row{row1("a", "11", "12", "13")},
	}
	b := newBench(t)
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	for s, want := range map[string]style.Ink{"F": style.MutedColor, "12": style.MutedColor, "13": style.InkColor} {
		if p := find(t, boxes, s); p.Color != b.Ink(want) {
			t.Errorf("%s is set in %v", s, p.Color)
		}
	}
}

// The period of a column is seen in head, rows and total; a row without figures
// is quiet in all columns.
func TestPeriods(t *testing.T) {
	tab := &doc.Table{
		Heads: []doc.Head{{Text: words("2017"), Period: doc.Reported}, {Text: words("2016"), Period: doc.Before}, {Text: words("Other")}},
		Rows: []doc.Row{
			row1("a", "11", "12", "13"), kind(doc.TotalRow, row1("t", "21", "22", "23")),
			{Stub: words("q"), Cells: cells("31", "32", "33"), Muted: true},
		},
	}
	b := newBench(t)
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	ink, muted := b.Ink(style.InkColor), b.Ink(style.MutedColor)
	for _, c := range []struct {
		text   string
		strong bool
		color  frame.Color
	}{
		{"2017", true, ink},
		{"2016", false, muted},
		{"Other", true, ink},
		{"a", false, ink},
		{"11", true, ink},
		{"12", false, muted},
		{"13", false, ink},
		{"t", true, ink},
		{"21", true, ink},
		{"22", false, muted},
		{"23", true, ink},
		{"q", false, muted},
		{"31", false, muted},
		{"33", false, muted},
	} {
		p := find(t, boxes, c.text)
		if strong := strings.Contains(p.Face, "600") || strings.Contains(strings.ToLower(p.Face), "semibold"); strong != c.strong || p.Color != c.color {
			t.Errorf("%s is set in %s, %v", c.text, p.Face, p.Color)
		}
	}
}
