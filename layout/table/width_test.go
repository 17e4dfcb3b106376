package table

import (
	"fmt"
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"
)

// extent is the left and right edge of the rules of boxes, which is the table.
func extent(boxes []galley.Box) (left, right units.Sp) {
	left = units.Max
	for i := range boxes {
		for _, it := range boxes[i].Items {
			if r, ok := it.(*frame.Rect); ok {
				left, right = min(left, r.X), max(right, r.X+r.W)
			}
		}
	}
	return left, right
}

// outside returns text that leaves the frame. A space at the end of a line does
// not count: it is not seen.
func outside(st *style.Style, boxes []galley.Box) string {
	for _, p := range texts(boxes) {
		n := len(strings.TrimRight(p.Text, " "))
		if p.X < 0 || edge(p, n) > st.Page.Frame+units.Pt/10 {
			return fmt.Sprintf("%q from %s to %s", p.Text, p.X, edge(p, n))
		}
	}
	return ""
}

// A table has the width of the measure or of the frame, and of nothing else.
func TestMeasureOrFrame(t *testing.T) {
	long := strings.Repeat("many words ", 12)
	for _, c := range []struct {
		name  string
		tab   *doc.Table
		frame bool
	}{
		{"five years", staff1(), false},
		{"seven years", staff4(), true},
		{"long stub", &doc.Table{Heads: heads("n"), Rows: []doc.Row{row1(long, "1")}}, true},
		{"small", &doc.Table{Heads: heads("n"), Rows: []doc.Row{row1("x", "1")}}, false},
		{"no stub", &doc.Table{Heads: heads("n", "m"), Rows: []doc.Row{row1("", "1", "2")}}, false},
		{"no cells", &doc.Table{Stub: words("s"), Rows: []doc.Row{row1("x")}}, false},
		{"matrix", matrix(8), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			boxes := lay(b.Context, c.tab)
			b.check(t, boxes)
			left, right := extent(boxes)
			want := b.Style.Page.TextAxis
			if c.frame {
				want = 0
			}
			if left != want || right != b.Style.Page.Frame {
				t.Errorf("from %s to %s, want from %s to the edge of the frame", left, right, want)
			}
			if bad := outside(b.Style, boxes); bad != "" {
				t.Error(bad)
			}
		})
	}
}

// In the tables of one annex a year stands under the same year.
func TestYearsStandUnderYears(t *testing.T) {
	b := newBench(t)
	var at []units.Sp
	for _, tab := range []*doc.Table{staff1(), staff4()} {
		boxes := lay(b.Context, tab)
		p := find(t, boxes, "2013")
		at = append(at, p.X+p.Width())
	}
	if !near(at[0], at[1]) {
		t.Errorf("2013 ends at %s and at %s", at[0], at[1])
	}
}

// Years that do not follow each other are set off from a run of years.
func TestYearGap(t *testing.T) {
	b := newBench(t)
	boxes := lay(b.Context, staff4())
	right := func(s string) units.Sp { p := find(t, boxes, s); return p.X + p.Width() }
	pitch := right("2014") - right("2013")
	if got, want := right("2013")-right("2005"), pitch+b.Style.Table.YearGap; !near(got, want) {
		t.Errorf("2005 to 2013 is %s, want %s", got, want)
	}
	if got := right("2005") - right("1995"); !near(got, pitch) {
		t.Errorf("1995 to 2005 is %s, want %s", got, pitch)
	}
}

func TestJump(t *testing.T) {
	for _, c := range []struct {
		heads string
		want  string // a stroke where columns are set apart
	}{
		{"1995 2005 2013 2014", "1995 2005|2013 2014"},
		{"2017 2016 2010 2009", "2017 2016|2010 2009"},
		{"2013 2014 2020", "2013 2014|2020"},
		{"1990 2000 2010", "1990 2000 2010"},
		{"2013 2014 Change", "2013 2014 Change"},
		{"2017 2017 2016", "2017 2017 2016"},
		{"20175 20176 20180", "20175 20176 20180"},
	} {
		l := &layout{grid: &grid{}}
		for _, h := range strings.Fields(c.heads) {
			l.cols = append(l.cols, column{head: h})
		}
		got := l.cols[0].head
		for j := 1; j < len(l.cols); j++ {
			if l.jump(j) {
				got += "|" + l.cols[j].head
			} else {
				got += " " + l.cols[j].head
			}
		}
		if got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// Columns with the same heads have the same width, and two lists side by side
// are of one width.
func TestAlikeColumns(t *testing.T) {
	b := newBench(t)
	boxes := lay(b.Context, pairs())
	b.check(t, boxes)
	right := map[string][]units.Sp{}
	var names []units.Sp
	for _, p := range texts(boxes) {
		switch p.Text {
		case "2017", "2016":
			right[p.Text] = append(right[p.Text], p.X+p.Width())
		case "Germany", "Albania":
			names = append(names, p.X)
		}
	}
	if a, b := right["2017"][0]-names[0], right["2017"][1]-names[1]; !near(a, b) {
		t.Errorf("the halves are %s and %s wide", a, b)
	}
	// Between the figures of one half and the names of the other.
	if got, want := names[1]-right["2016"][0], b.Style.Table.PairGap; !near(got, want) {
		t.Errorf("halves are %s apart, want %s", got, want)
	}
	// The name that does not fit is set in, its figures on the last line.
	first, second := find(t, boxes, "The former Yugoslav Republic of"), find(t, boxes, "Macedonia")
	if second.X-first.X != b.Style.Table.Turn {
		t.Errorf("the turned line is set in by %s", second.X-first.X)
	}
	if f := find(t, boxes, "3\u202f167"); f.y != second.y {
		t.Errorf("the figure stands at %s, the last line at %s", f.y, second.y)
	}
	if f := find(t, boxes, "Turkey"); f.y != second.y {
		t.Errorf("the other half stands at %s, the last line at %s", f.y, second.y)
	}
}

// Columns with the same head are as wide as the widest of them.
func TestSameHeadsSameWidth(t *testing.T) {
	st := style.Council()
	st.Table.Column = 0
	b := benchOf(st, "en")
	half := func(s string) doc.Head { return doc.Head{Text: words(s), Sub: heads("n", "m")} }
	tab := &doc.Table{Heads: []doc.Head{half("A"), half("B")}, Rows: []doc.Row{row1("x", "1", "2", "123456789", "3")}}
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	var n []units.Sp
	for _, p := range texts(boxes) {
		if p.Text == "m" || p.Text == "n" {
			n = append(n, p.X+p.Width())
		}
	}
	// From n to m in both groups, and from the stub's m to the wide n.
	if a, c := n[1]-n[0], n[3]-n[2]; !near(a, c) {
		t.Errorf("m is %s and %s wide", a, c)
	}
	stub := find(t, boxes, "A").X
	if a, c := n[0]-stub, n[2]-find(t, boxes, "B").X; !near(a, c) {
		t.Errorf("n is %s and %s wide", a, c)
	}
}

// Text columns are as wide as the longest word of the spanner over them.
func TestSpannerOverText(t *testing.T) {
	b := newBench(t)
	long := strings.TrimSpace(strings.Repeat("many words ", 20))
	tab := &doc.Table{
		Stub:  words("s"),
		Heads: append(heads("a", "b", "c", "d"), doc.Head{Text: words("Internationalizationsinstitutionalized"), Sub: heads("e")}),
		Rows:  []doc.Row{row1(long, long, long, long, long, long)},
	}
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	if bad := outside(b.Style, boxes); bad != "" {
		t.Error(bad)
	}
}

// A stub entry with a parenthesis turns over before it.
func TestTurnBeforeParenthesis(t *testing.T) {
	tab := matrix(4)
	for range 5 {
		tab.Heads = append(tab.Heads, heads("Category")...)
		for i := range tab.Rows {
			if tab.Rows[i].Kind != doc.StraddleRow {
				tab.Rows[i].Cells = append(tab.Rows[i].Cells, cells("1234")...)
			}
		}
	}
	tab.Rows[0].Stub = words("Venezuela (Bolivarian Republic of)")
	b := newBench(t)
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	first := find(t, boxes, "Venezuela")
	second := find(t, boxes, "(Bolivarian\u00a0Republic\u00a0of)")
	if second.X-first.X != b.Style.Matrix.Turn || second.y-first.y != b.Style.Roles.MatrixBody.Leading {
		t.Errorf("turned by %s, %s below", second.X-first.X, second.y-first.y)
	}
}

// Between the widest cells of two columns there is the least gap at least.
func TestLeastGap(t *testing.T) {
	b := newBench(t)
	tab := &doc.Table{Stub: words("s"), Rows: []doc.Row{{Stub: words("x")}}}
	for i := range 14 {
		tab.Heads = append(tab.Heads, heads(fmt.Sprint(i))...)
		tab.Rows[0].Cells = append(tab.Rows[0].Cells, cells("12345")...)
	}
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	var end units.Sp
	for _, p := range texts(boxes) {
		if p.Text == "12\u202f345" {
			if end > 0 && p.X-end < b.Style.Table.Gap-2 {
				t.Fatalf("%s between two figures", p.X-end)
			}
			end = p.X + p.Width()
		}
	}
}

// A head that is long stands on several lines above narrow figures.
func TestLongHeads(t *testing.T) {
	b := newBench(t)
	tab := &doc.Table{Heads: heads("Percentage of Member States represented in the Organization", "n"), Rows: []doc.Row{row1("x", "12", "1")}}
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	head := find(t, boxes, "Percentage of")
	if w := head.Width(); w > b.Style.Table.MaxColumn {
		t.Errorf("the head is %s wide", w)
	}
	// Heads of one line stand on the last line of the others.
	if n, last := find(t, boxes, "n"), find(t, boxes, "Organization"); n.y != last.y {
		t.Errorf("heads end at %s and %s", n.y, last.y)
	}
}

// Text columns: short entries stay on one line, long ones share the rest.
func TestTextColumns(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("the manual of procurement was revised ", 12))
	tab := &doc.Table{Stub: words("No."), Heads: heads("Action", "Status"), Rows: []doc.Row{row1("1", long, "Under way"), row1("2", long+" "+long, "Done")}}
	b := newBench(t)
	boxes := lay(b.Context, tab)
	b.check(t, boxes)
	find(t, boxes, "Under way")
	action, status := find(t, boxes, "Action"), find(t, boxes, "Status")
	if w := status.X - action.X; w < b.Style.Page.Frame/2 {
		t.Errorf("the long column is %s wide", w)
	}
	if bad := outside(b.Style, boxes); bad != "" {
		t.Error(bad)
	}
	// A table of words is read from the top of each row.
	if a, s := find(t, boxes, "1"), find(t, boxes, "Under way"); a.y != s.y {
		t.Errorf("the row begins at %s and %s", a.y, s.y)
	}
}

func TestTooWide(t *testing.T) {
	b := newBench(t)
	tab := &doc.Table{Stub: words("s"), Rows: []doc.Row{{Stub: words("x")}, {Stub: words("y")}}}
	for i := range 60 {
		tab.Heads = append(tab.Heads, heads(fmt.Sprintf("Column%d", i))...)
		for r := range tab.Rows {
			tab.Rows[r].Cells = append(tab.Rows[r].Cells, cells("12345")...)
		}
	}
	boxes := lay(b.Context, tab)
	b.checkBook(t, boxes)
	all := b.report.All()
	if len(all) != 1 || all[0].Code != "table-too-wide" || !strings.Contains(all[0].Message, "the page has 162 mm") {
		t.Errorf("reported %v", all)
	}
	if bad := outside(b.Style, boxes); bad != "" {
		t.Error(bad)
	}
	if got := said(boxes); !strings.Contains(got, "Column0|Column1|") || !strings.Contains(got, "y|12") {
		t.Errorf("got %q", got)
	}
}

// A table too wide for an upright page at its set size is set in the least type
// there; one too wide for that turns the page, and there it has its set size
// again, as long as there is room.
func TestTooWideUpright(t *testing.T) {
	b := newBench(t)
	full, least := b.Style.Roles.TableBody.Size, b.Style.Table.Least
	for _, c := range []struct {
		columns int
		turns   bool
		size    units.Sp
	}{{12, false, full}, {13, false, least}, {14, true, full}, {20, true, full}, {21, true, least}, {26, true, least}} {
		t.Run(fmt.Sprint(c.columns), func(t *testing.T) {
			b := newBench(t)
			m := Measure(b.Context, grades(c.columns))
			if m.Turns() != c.turns {
				t.Fatalf("turns: %v", m.Turns())
			}
			place := *b.Context
			if c.turns {
				place.Setter = b.Turned()
			}
			boxes := m.Lay(&place)
			if b.report.Failed() {
				t.Errorf("reported %v", b.report.All())
			}
			if bad := outside(place.Style, boxes); bad != "" {
				t.Error(bad)
			}
			if left, right := extent(boxes); left != 0 || right != place.Style.Page.Frame {
				t.Errorf("from %s to %s", left, right)
			}
			for _, p := range texts(boxes) {
				if p.Size != c.size && strings.HasPrefix(p.Text, "1") {
					t.Errorf("%q has size %s, want %s", p.Text, p.Size, c.size)
				}
			}
		})
	}
}

// grades is a table of so many columns, none wider than its figures.
func grades(columns int) *doc.Table {
	t := &doc.Table{Stub: words("A stub as long as the name of a place"), Rows: make([]doc.Row, 2)}
	for i := range columns {
		t.Heads = append(t.Heads, heads(fmt.Sprintf("P%d", i))...)
		for r := range t.Rows {
			t.Rows[r].Stub = words(fmt.Sprintf("A place with a long name %d", r))
			t.Rows[r].Cells = append(t.Rows[r].Cells, cells("12345")...)
		}
	}
	return t
}

// Another style: one axis, labels above, other numbers. No value of the look is
// in the code if the table keeps to it.
func TestOtherStyle(t *testing.T) {
	st := style.Council()
	st.Page.TextAxis, st.Page.Frame = 0, units.Mm(140000)
	st.Caption.Label = style.Above
	st.Table.Column, st.Table.Pad, st.Table.Gap = 0, 4*units.Pt, units.Mm(3000)
	b := benchOf(st, "fr")
	boxes := lay(b.numbered("Tableau 1"), staff1())
	b.check(t, boxes)
	if left, right := extent(boxes); left != 0 || right != st.Page.Frame {
		t.Errorf("from %s to %s", left, right)
	}
	men, women := find(t, boxes, "Men"), find(t, boxes, "Women")
	if got, want := women.y-men.y, st.Roles.TableBody.Leading+2*st.Table.Pad; got != want {
		t.Errorf("rows are %s apart, want %s", got, want)
	}
}

// On a turned page the figures are spread: the first of them stands near the
// stub, and the last at the right edge.
func TestTurnedPageIsSpread(t *testing.T) {
	b := newBench(t)
	tab := grades(17)
	m := Measure(b.Context, tab)
	if !m.Turns() {
		t.Fatal("the table does not turn its page")
	}
	place := *b.Context
	place.Setter = b.Turned()
	boxes := m.Lay(&place)
	stub, first := find(t, boxes, "A stub as long as the name of a place"), find(t, boxes, "P0")
	if gap := first.X - edge(stub, len(stub.Text)); gap > 30*units.Pt {
		t.Errorf("%s between the stub and the first figure", gap)
	}
	if _, right := extent(boxes); right != place.Style.Page.Frame {
		t.Errorf("the table ends at %s", right)
	}
}
