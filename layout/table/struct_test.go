package table

import (
	"fmt"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
)

// columnCounts returns how many columns each row of each table has, spans
// counted, head and body apart.
func columnCounts(tree *galley.Tree) [][]int {
	var out [][]int
	for id := range tree.Elems {
		if r := tree.Elems[id].Role; r != frame.THead && r != frame.TBody {
			continue
		}
		var counts []int
		down := map[int]int{} // rows that a cell above still covers, by row number
		for n, tr := range tree.Elems[id].Kids {
			count := down[n]
			for _, cell := range tree.At(tr).Kids {
				e := tree.At(cell)
				w := max(1, e.ColSpan)
				count += w
				for k := 1; k < e.RowSpan; k++ {
					down[n+k] += w
				}
			}
			counts = append(counts, count)
		}
		out = append(out, counts)
	}
	return out
}

// sameColumns fails where rows of a table differ in their columns.
func sameColumns(tb testing.TB, tree *galley.Tree) {
	tb.Helper()
	for _, part := range columnCounts(tree) {
		for _, n := range part {
			if n != part[0] {
				tb.Errorf("rows have %v columns", part)
				return
			}
		}
	}
}

func TestStructure(t *testing.T) {
	deep := &doc.Table{
		Stub: words("s"),
		Heads: []doc.Head{
			{Text: words("a"), Sub: []doc.Head{{Text: words("b"), Sub: heads("c", "d")}, {Text: words("e")}}},
			{Text: words("f")},
			{Text: words("g"), Sub: heads("h", "")},
		},
		Rows: []doc.Row{row1("x", "1", "2", "3", "4", "5"), {Kind: doc.StraddleRow, Stub: words("group")}, row1("", "1", "", "", "", "")},
	}
	for _, c := range []struct {
		name string
		tab  *doc.Table
		want string
	}{
		{"one level", staff1(), "[[6] [6 6 6 6 6]]"},
		{"spanner", expenditure(), "[[5 5] [5 5 5]]"},
		{"three levels", deep, "[[7 7 7] [7 7 7]]"},
		{"no heads", &doc.Table{Heads: make([]doc.Head, 2), Rows: []doc.Row{row1("x", "1", "2")}}, "[[3]]"},
		{"no stub", &doc.Table{Heads: heads("a", "b"), Rows: []doc.Row{row1("", "1", "2")}}, "[[2] [2]]"},
		{"no rows", &doc.Table{Heads: heads("a", "b"), Stub: words("s")}, "[[3]]"},
		{"nothing", &doc.Table{}, "[]"},
		{"ragged", &doc.Table{Heads: heads("a"), Rows: []doc.Row{row1("x", "1", "2", "3"), row1("y"), row1("z", "1")}}, "[[4] [4 4 4]]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			boxes := lay(b.numbered("Table 1"), c.tab)
			b.check(t, boxes)
			if got := fmt.Sprint(columnCounts(b.Tree)); got != c.want {
				t.Errorf("columns %s, want %s", got, c.want)
			}
		})
	}
}

// Cells of a table with spanners name their heads; those of a simple one need
// not, for Scope says it.
func TestHeaders(t *testing.T) {
	b := newBench(t)
	b.lay(expenditure(), staff1())
	ids := map[string]bool{}
	for i := range b.Tree.Elems {
		if id := b.Tree.Elems[i].ID; id != "" {
			if ids[id] {
				t.Errorf("id %q stands twice", id)
			}
			ids[id] = true
		}
	}
	cells, table := 0, 0
	for i := range b.Tree.Elems {
		e := &b.Tree.Elems[i]
		switch e.Role {
		case frame.TableRole:
			table++
		case frame.TH:
			if e.Scope == "" {
				t.Errorf("a head without scope")
			}
		case frame.TD:
			if len(e.Headers) > 0 {
				cells++
				if table != 1 {
					t.Error("a cell of a simple table names its heads")
				}
			}
			for _, h := range e.Headers {
				if !ids[h] {
					t.Errorf("a cell names the head %q, which is not there", h)
				}
			}
		}
	}
	if cells != 12 {
		t.Errorf("%d cells name their heads", cells)
	}
}

// A table without a name makes no ids: they would not be unique.
func TestNoNameNoIDs(t *testing.T) {
	b := newBench(t)
	boxes := lay(b.Context, expenditure())
	b.check(t, boxes)
	for i := range b.Tree.Elems {
		if e := &b.Tree.Elems[i]; e.ID != "" || e.Headers != nil || e.Role == frame.NoteRole {
			t.Errorf("a %s has the id %q and the heads %q", e.Role, e.ID, e.Headers)
		}
	}
}

// Elements stand in the order in which they are read.
func TestReadingOrder(t *testing.T) {
	b := newBench(t)
	b.lay(expenditure())
	at := 0
	for _, want := range []frame.Role{frame.TableRole, frame.Caption, frame.THead, frame.TBody, frame.NoteRole} {
		for at < len(b.Tree.Elems) && b.Tree.Elems[at].Role != want {
			at++
		}
		if at == len(b.Tree.Elems) {
			t.Fatalf("no %s in its place", want)
		}
	}
	for id := 1; id < len(b.Tree.Elems); id++ {
		for _, k := range b.Tree.Elems[id].Kids {
			if int(k) <= id {
				t.Errorf("element %d stands before its parent %d", k, id)
			}
		}
	}
}

// The destination of a table is on its first box, caption or not.
func TestDestination(t *testing.T) {
	for _, tab := range []*doc.Table{staff1(), {Heads: heads("a"), Rows: []doc.Row{row1("x", "1")}}, matrix(3), {}} {
		b := newBench(t)
		c := *b.Context
		c.Dest = "somewhere"
		boxes := lay(&c, tab)
		if len(boxes) == 0 || len(boxes[0].Dests) != 1 || boxes[0].Dests[0].Name != "somewhere" || boxes[0].Dests[0].Elem == 0 {
			t.Errorf("destinations %v", boxes[0].Dests)
		}
		b.check(t, boxes)
	}
}

func TestSpaceAbove(t *testing.T) {
	b := newBench(t)
	c := *b.Context
	tab := &doc.Table{Plain: true, Heads: heads("a"), Rows: []doc.Row{row1("x", "1")}}
	if got, want := lay(&c, tab)[0].Space, b.Style.Roles.CaptionTitle.Above; got != want {
		t.Errorf("%s above, want %s", got, want)
	}
	c.AfterTable = true
	if got, want := lay(&c, tab)[0].Space, b.Style.Caption.AfterTable; got != want {
		t.Errorf("%s above after a table, want %s", got, want)
	}
}
