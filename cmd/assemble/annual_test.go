package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"assemble/layout/frame"

	"github.com/google/go-cmp/cmp"
)

// said is a heading, or a paragraph, list or note, as a screen reader has it.
type said struct {
	role   frame.Role
	number string // of a numbered paragraph
	text   string // without the number
}

// annualLines are the headings, paragraphs, lists and notes of a report.
func annualLines(t *testing.T, b *frame.Book) []said {
	t.Helper()
	nodes, err := b.Tree()
	if err != nil {
		t.Fatal(err)
	}
	r := &listener{book: b, nodes: nodes, marks: make([][]frame.Mark, len(b.Pages))}
	for n := range b.Pages {
		for _, m := range b.Pages[n].Marks() {
			if m.Tag != 0 {
				r.marks[n] = append(r.marks[n], m)
			}
		}
	}
	r.element(1)
	return r.out
}

// listener goes through the structure tree in the order in which it is read.
type listener struct {
	book  *frame.Book
	nodes []frame.Node
	marks [][]frame.Mark
	out   []said
}

func (r *listener) element(e frame.ElemID) {
	switch role := r.book.Elems[e].Role; role {
	case frame.H1, frame.H2, frame.H3, frame.H4, frame.P, frame.L, frame.NoteRole:
		number := ""
		if k := r.nodes[e].Kids; role == frame.P && len(k) > 0 && r.book.Elems[k[0].Elem].Role == frame.Lbl {
			number = plain(r.text(k[0].Elem))
		}
		text := strings.TrimPrefix(plain(r.text(e)), number+" ")
		r.out = append(r.out, said{role, number, text})
	case frame.TableRole, frame.Figure, frame.TOC, frame.Caption:
	default:
		for _, k := range r.nodes[e].Kids {
			if k.Elem != 0 {
				r.element(k.Elem)
			}
		}
	}
}

func (r *listener) text(e frame.ElemID) string {
	var out strings.Builder
	for _, k := range r.nodes[e].Kids {
		if k.Elem != 0 {
			out.WriteString(r.text(k.Elem))
			continue
		}
		for _, it := range r.marks[k.At.Page][k.At.Number].Items {
			if run, ok := it.(*frame.Run); ok {
				out.WriteString(run.Text)
			}
		}
	}
	if r.book.Elems[e].Role == frame.LI {
		out.WriteByte(' ')
	}
	return out.String()
}

// plain is a text with plain spaces and hyphens, without the joints of layout.
func plain(s string) string {
	s = strings.NewReplacer("\u00ad", "", "\u2011", "-", "\u2019", "'").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// reference reads a file of what the report must show.
func reference(t *testing.T, name string, columns int) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(annual, "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := csv.NewReader(f)
	in.FieldsPerRecord = columns
	rows, err := in.ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%s: %d rows, %v", name, len(rows), err)
	}
	return rows[1:]
}

// TestAnnual holds the report of real length against what the published one has.
func TestAnnual(t *testing.T) {
	j := laid(t, annual)
	lines := annualLines(t, j.book)
	t.Run("structure", func(t *testing.T) { annualStructure(t, lines) })
	t.Run("length", func(t *testing.T) { annualLength(t, lines) })
	t.Run("figures", func(t *testing.T) { annualFigures(t, trail(t, j), texts(lines)) })
	t.Run("trail", func(t *testing.T) { annualTrail(t, j) })
}

// annualStructure: the laid report has paragraphs 1 to 268 once each and in
// order, and between them the headings of the published report at their levels.
func annualStructure(t *testing.T, lines []said) {
	want, got := wantedStructure(t), []string{}
	front := true // the cover, the note and the contents, which the reference does not name
	for _, x := range lines {
		line := ""
		switch {
		case x.number != "":
			line = "paragraph " + x.number
		case x.role[0] == 'H':
			line = heading(string(x.role[1:]), x.text)
		}
		if front = front && line != want[0]; !front && line != "" {
			got = append(got, line)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("headings and paragraphs (-reference +report):\n%s", diff)
	}
}

// wantedStructure lists the headings of the reference with the paragraphs that
// stand between them.
func wantedStructure(t *testing.T) (want []string) {
	rows := reference(t, "structure.csv", 4)
	next := 1
	for i, row := range rows {
		want = append(want, heading(row[0], row[1]))
		if row[3] == "" {
			continue
		}
		last, err := strconv.Atoi(row[3])
		if err != nil {
			t.Fatal(err)
		}
		if i+1 < len(rows) && rows[i+1][2] != "" {
			follows, err := strconv.Atoi(rows[i+1][2])
			if err != nil {
				t.Fatal(err)
			}
			last = min(last, follows-1)
		}
		for ; next <= last; next++ {
			want = append(want, "paragraph "+strconv.Itoa(next))
		}
	}
	if next != 269 {
		t.Fatalf("the reference ends with paragraph %d", next-1)
	}
	return want
}

// heading is a heading with its level, whatever the style does with capitals
// and with the mark between label and title.
func heading(level, title string) string {
	return "H" + level + " " + strings.NewReplacer(":", "", ".", "").Replace(strings.ToLower(plain(title)))
}

// annualLength: the body is as long as that of a real report. Words are
// those of the foreword, of paragraphs with their lists, and of notes; not of
// contents, headings, captions, tables, charts and annexes.
func annualLength(t *testing.T, lines []said) {
	words, body := 0, false
	last := ""
	for _, x := range lines {
		if x.role == frame.H1 {
			body = heading("1", x.text) == "H1 foreword" || body && !strings.HasPrefix(x.text, "Annex ")
		}
		if x.number != "" {
			last = x.number
		}
		if body && (x.number != "" || x.role == frame.L || x.role == frame.NoteRole || last == "" && x.role == frame.P) {
			words += len(strings.Fields(x.text))
		}
	}
	t.Logf("%d words to paragraph %s", words, last)
	if words < 19_000 || words > 22_000 {
		t.Errorf("%d words", words)
	}
}
