package table

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/source"

	"pgregory.net/rapid"
)

var ab = Layout{Area: "x", Columns: []string{"a", "b"}, MaxRows: 3}

func read(text string) (rows [][2]string, faults string) {
	var files source.Files
	var r source.Reporter
	ab.Read([]byte(text), files.Add("x.csv", []byte(text)), &r, func(x *Row) {
		rows = append(rows, [2]string{x.Cell(0), x.Cell(1)})
		if x.Cell(0) == "twice" {
			x.Twice("it", 2)
		}
		if x.Cell(1) == "yse" {
			x.Unknown("word", 1, "is no word", []string{"yes"}, "")
		}
	})
	var out []string
	for _, d := range r.All() {
		s := files.String(d.At.Start) + " " + string(d.Code) + ": " + d.Message
		if d.Replace != "" {
			s += " [" + d.Replace + "]"
		}
		for _, x := range d.Related {
			s += " (" + files.String(x.At.Start) + ")"
		}
		out = append(out, s)
	}
	return rows, strings.Join(out, "\n")
}

func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ text, rows, faults string }{
		"good": {"a,b\n1,\"x, \"\"y\"\"\n\"\n2,\n", `[[1 x, "y"
] [2 ]]`, ""},
		"of a sheet":    {"\ufeffa,b\r\n1,2\r\n", "[[1 2]]", ""},
		"blank lines":   {"a,b\n\n1,2\n\n", "[[1 2]]", ""},
		"empty":         {"", "[]", "x.csv x-empty: the table is empty"},
		"other columns": {"a,c\n1,2\n", "[]", "x.csv:1:1 x-columns: the first line does not name the columns of this table"},
		"a broken head": {"a,\"b\n", "[]", `x.csv:1:6 x-csv: the line is no comma-separated text: extraneous or missing " in quoted-field`},
		"broken":        {"a,b\né,\"b\"c\n", "[]", `x.csv:2:5 x-csv: the line is no comma-separated text: extraneous or missing " in quoted-field`},
		"too many rows": {"a,b\n1,\n2,\n3,\n4,\n", "[[1 ] [2 ] [3 ]]", "x.csv:5:1 x-rows: the table has more than 3 rows"},
		"cells":         {"a,b\n1\n1,2,3\n1,2\n", "[[1 2]]", "x.csv:2:1 x-cells: the row has 1 cells, the table has 2 columns\nx.csv:3:1 x-cells: the row has 3 cells, the table has 2 columns"},
		"unknown":       {"a,b\né,yse\n", "[[é yse]]", `x.csv:2:3 x-word: "yse" is no word [yes]`},
		"twice":         {"a,b\n,\ntwice,\n", "[[ ] [twice ]]", "x.csv:3:1 x-twice: it stands here a second time (x.csv:2)"},
	} {
		t.Run(name, func(t *testing.T) {
			rows, faults := read(c.text)
			if got := fmt.Sprint(rows); got != c.rows || faults != c.faults {
				t.Errorf("got %s\n%s\nwant %s\n%s", got, faults, c.rows, c.faults)
			}
		})
	}
}

// What is written is read again, whatever it is, and a guarded text never
// begins like a formula.
func TestWrite(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching("[=+@'\t\" ,;a\n-]{0,6}")
		var rows [][]string
		for range rapid.IntRange(0, 3).Draw(t, "rows") {
			rows = append(rows, []string{"k", Guard(text.Draw(t, "cell"))})
		}
		got, faults := read(string(ab.Write(rows)))
		if faults != "" || len(got) != len(rows) {
			t.Fatalf("%q: %s", rows, faults)
		}
		for i := range got {
			if got[i][1] != rows[i][1] || got[i][1] != "" && strings.Contains("=+-@", got[i][1][:1]) {
				t.Fatalf("%q became %q", rows[i], got[i])
			}
		}
		plain := text.Draw(t, "plain")
		if Unguard(Guard(plain)) != plain {
			t.Fatalf("%q is lost", plain)
		}
	})
}

func TestExcerpt(t *testing.T) {
	if got := Excerpt(strings.Repeat("é", 41)); got != strings.Repeat("é", 40)+"…" {
		t.Error(got)
	}
	if got := Excerpt(strings.Repeat("é", 40)); got != strings.Repeat("é", 40) {
		t.Error(got)
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", "a,b\n", "a,b\n1,2\n", "\ufeffa,b\r\n\"1\",\n\n2\n", "a,b\n\"\n", "a,b\n\xff,\x00\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var files source.Files
		var r source.Reporter
		n := 0
		ab.Read(text, files.Add("x.csv", text), &r, func(x *Row) {
			n++
			if x.Line() < 2 || x.At(1).Start.B < 1 {
				t.Fatalf("row at %d, %v", x.Line(), x.At(1))
			}
		})
		if n > ab.MaxRows {
			t.Fatalf("%d rows", n)
		}
	})
}
