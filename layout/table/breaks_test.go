package table

import (
	"fmt"
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
)

// plainRows is a table of n rows.
func plainRows(n int) *doc.Table {
	t := &doc.Table{Title: words("Offices"), Stub: words("Office"), Heads: heads("2016", "2017")}
	for i := range n {
		t.Rows = append(t.Rows, row1(fmt.Sprintf("Office %d", i), fmt.Sprint(i), fmt.Sprint(i*i)))
	}
	return t
}

// breaks writes the boxes of the rows with a sign before each that a page may
// end before: "|" cheap, "·" dear, "" never.
func breaks(boxes []galley.Box) string {
	var out strings.Builder
	for i := range boxes {
		name := ""
		for _, p := range texts(boxes[i : i+1]) {
			name += strings.TrimSpace(p.Text) + " "
		}
		name, _, _ = strings.Cut(name, " ")
		switch b := boxes[i].Break; {
		case b >= galley.Inf:
		case b <= groupBreak:
			out.WriteString("|")
		default:
			out.WriteString("·")
		}
		out.WriteString(name + " ")
	}
	return strings.TrimSpace(out.String())
}

func TestBreaks(t *testing.T) {
	straddle := doc.Row{Kind: doc.StraddleRow, Stub: words("group")}
	n := func(k int, rows ...doc.Row) []doc.Row {
		for i := range k {
			rows = append(rows, row1(fmt.Sprintf("r%d", i), "1"))
		}
		return rows
	}
	total := kind(doc.TotalRow, row1("total", "9"))
	share := kind(doc.ShareRow, row1("share", "9%"))
	for _, c := range []struct {
		name string
		rows []doc.Row
		want string
	}{
		// The first box is the caption, the second the boxhead.
		{"groups of five", n(13), "|Table head r0 r1 ·r2 ·r3 ·r4 |r5 ·r6 ·r7 ·r8 ·r9 |r10 ·r11 r12"},
		{"too few for groups", n(7), "|Table head r0 r1 ·r2 ·r3 ·r4 ·r5 r6"},
		{"total and shares", append(n(9), total, share, share), "|Table head r0 r1 ·r2 ·r3 ·r4 |r5 ·r6 ·r7 r8 total share share"},
		{"group heads", append(append(n(3), straddle), n(4)...), "|Table head r0 r1 ·r2 |group r0 r1 ·r2 r3"},
		{"one row in a group", append(append(n(3), straddle, row1("only", "1"), straddle), n(4)...), "|Table head r0 r1 ·r2 |group only |group r0 r1 ·r2 r3"},
		{"two rows", n(2), "|Table head r0 r1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			b.Style.Table.KeepLines = 0
			boxes := lay(b.numbered("Table 1"), &doc.Table{Title: words("T"), Heads: heads("head"), Rows: c.rows})
			b.check(t, boxes)
			if got := breaks(boxes); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// A page of a matrix ends with a whole group unless nothing else will do.
func TestMatrixBreaks(t *testing.T) {
	b := newBench(t)
	boxes := lay(b.Context, matrix(40))
	for i := range boxes {
		if c := boxes[i].Break; c != galley.Inf && c != inMatrix && c > groupBreak {
			t.Errorf("a break costs %d", c)
		}
	}
	if got := strings.Count(breaks(boxes), "|"); got < 6 {
		t.Errorf("%d places to break at", got)
	}
}

func TestShortTableIsKept(t *testing.T) {
	for rows, kept := range map[int]bool{24: true, 25: false} {
		b := newBench(t)
		boxes := lay(b.numbered("Table 1"), plainRows(rows)) // and one line of heads
		for i := range boxes[1:] {
			if (boxes[i+1].Break < galley.Inf) && kept {
				t.Errorf("%d rows: may break before box %d", rows, i+1)
			}
		}
		if !kept && !strings.ContainsAny(breaks(boxes)[1:], "|·") {
			t.Errorf("%d rows: cannot break", rows)
		}
	}
}

// Where a page may end, the next one begins with the title and the whole head,
// as artifacts, and the page closes with a rule.
func TestResumeAndClose(t *testing.T) {
	b := newBench(t)
	tab := plainRows(60)
	tab.Heads = []doc.Head{{Text: words("Years"), Sub: tab.Heads}}
	boxes := lay(b.numbered("Table 1"), tab)
	b.check(t, boxes)
	var head galley.Box
	for i := range boxes {
		if strings.Contains(said(boxes[i:i+1]), "Office|Years") || strings.Contains(said(boxes[i:i+1]), "Office|") && head.Items == nil {
			head = boxes[i]
			break
		}
	}
	n := 0
	for i := range boxes[1:] {
		x := &boxes[i+1]
		if x.Break >= galley.Inf {
			if x.Resume != nil || x.Close != nil {
				t.Errorf("box %d is never first on a page", i+1)
			}
			continue
		}
		n++
		if got := said(x.Resume); got != "Table 1|Offices |(continued)|"+said([]galley.Box{head}) {
			t.Fatalf("the next page begins with %q", got)
		}
		for _, r := range x.Resume {
			for _, it := range r.Items {
				if run, ok := it.(*frame.Run); ok && (run.Tag != 0 || run.Art != frame.RepeatArtifact) {
					t.Fatalf("%q is element %d", run.Text, run.Tag)
				}
			}
		}
		if len(x.Close) != 1 || x.Close[0].(*frame.Rect).H != b.Style.Rules.TableHead.Width {
			t.Fatalf("box %d closes with %v", i+1, x.Close)
		}
	}
	if n < 30 {
		t.Errorf("%d places to break at", n)
	}
}

// The closing rule stands where the group ends, above the space that parts
// groups.
func TestClosingRuleTakesTheGap(t *testing.T) {
	b := newBench(t)
	boxes := lay(b.Context, plainRows(60))
	group := 2 + 5 // caption, head, five rows
	rule := boxes[group].Close[0].(*frame.Rect)
	if rule.Y != -b.Style.Table.GroupGap {
		t.Errorf("the rule stands at %s", rule.Y)
	}
	if plain := boxes[group+1].Close[0].(*frame.Rect); plain.Y != 0 {
		t.Errorf("the rule stands at %s inside a group", plain.Y)
	}
	b = newBench(t)
	boxes = lay(b.Context, matrix(40))
	m := &b.Style.Matrix
	rule = boxes[2+5].Close[0].(*frame.Rect) // scope, head, five rows
	last := &boxes[2+4]
	hair := last.Items[len(last.Items)-1].(*frame.Rect)
	if last.Height+rule.Y != hair.Y {
		t.Errorf("the closing rule stands at %s, the rule of the group at %s", last.Height+rule.Y, hair.Y)
	}
	if got := last.Height - hair.Y - hair.H; got != m.Below {
		t.Errorf("%s below the rule of the group", got)
	}
}

// A page break between groups leaves neither space nor rule at the top of the
// next page: they belong to the row above.
func TestNoSpaceAboveRows(t *testing.T) {
	b := newBench(t)
	boxes := lay(b.numbered("Table 1"), matrix(40))
	for i := range boxes[1:] {
		if boxes[i+1].Space != 0 && !strings.HasPrefix(said(boxes[i+1:i+2]), "G: General") {
			t.Errorf("box %d has %s above", i+1, boxes[i+1].Space)
		}
	}
}

func TestTallRow(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("many words about nothing ", 3000))
	tab := plainRows(3)
	tab.Rows[1].Stub = words(text)
	b := newBench(t)
	boxes := lay(b.numbered("Table 1"), tab)
	b.checkBook(t, boxes)
	var codes []string
	for _, d := range b.report.All() {
		codes = append(codes, string(d.Code))
	}
	if strings.Join(codes, " ") != "table-row-too-high" {
		t.Errorf("reported %v", codes)
	}
	for i := range boxes {
		if boxes[i].Height > b.Style.Page.TextBlock {
			t.Errorf("box %d is %s high", i, boxes[i].Height)
		}
		for _, it := range boxes[i].Items {
			if r, ok := it.(*frame.Run); ok && (r.Y < 0 || r.Y > boxes[i].Height) {
				t.Fatalf("box %d of %s has text at %s", i, boxes[i].Height, r.Y)
			}
		}
	}
	if got := strings.ReplaceAll(said(boxes), "|", ""); !strings.Contains(got, text) {
		t.Error("words were lost")
	}
	if n := strings.Count(said(boxes), "Office|"); n != 1 {
		t.Errorf("the head stands %d times", n)
	}
}

func TestTallHead(t *testing.T) {
	tab := plainRows(40)
	tab.Heads[0].Text = words(strings.Repeat("many words about nothing ", 2000))
	b := newBench(t)
	boxes := lay(b.numbered("Table 1"), tab)
	b.checkBook(t, boxes)
	if all := b.report.All(); len(all) != 1 || all[0].Code != "table-head-too-high" {
		t.Errorf("reported %v", all)
	}
	for i := range boxes {
		if boxes[i].Height > b.Style.Page.TextBlock || len(boxes[i].Resume) > 1 {
			t.Errorf("box %d is %s high and repeats %d boxes", i, boxes[i].Height, len(boxes[i].Resume))
		}
	}
}

// A page that begins inside a group of rows says of which; one that begins with
// a group or with a total does not.
func TestGroupHeadComesAgain(t *testing.T) {
	tab := &doc.Table{Title: words("Passes"), Heads: heads("n")}
	for g := range 3 {
		tab.Rows = append(tab.Rows, doc.Row{Kind: doc.StraddleRow, Stub: words(fmt.Sprintf("Range %d", g))})
		for r := range 12 {
			tab.Rows = append(tab.Rows, row1(fmt.Sprintf("Pass %d", r), "1"))
		}
	}
	tab.Rows = append(tab.Rows, doc.Row{Kind: doc.TotalRow, Stub: words("Total"), Cells: cells("36")})
	b := newBench(t)
	group, inside := -1, 0
	for _, box := range lay(b.Context, tab) {
		row := said([]galley.Box{box})
		if strings.HasPrefix(row, "Range") {
			group++
		}
		if box.Break >= galley.Inf || row == "Passes" {
			continue
		}
		want := "Passes |(continued)|n"
		if strings.HasPrefix(row, "Pass ") {
			want += fmt.Sprintf("|Range %d |(continued)", group)
			inside++
		}
		if got := said(box.Resume); got != want {
			t.Errorf("before %q stands %q, want %q", row, got, want)
		}
	}
	if group != 2 || inside < 20 {
		t.Errorf("%d groups, %d breaks inside of them", group+1, inside)
	}
}
