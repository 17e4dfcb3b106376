package doc

import (
	"go/ast"
	"go/parser"
	"go/token"
	"math/big"
	"os"
	"reflect"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/lang"
	"assemble/output/dump/golden"
)

func TestMain(m *testing.M) { golden.Main(m) }

func at(line int32) source.Span {
	return source.At(source.Pos{File: 1, A: line, B: 3})
}

func stat(fact string, value int64) *Stat {
	return &Stat{Fact: fact, Number: lang.Int(value), From: source.Key(fact), At: at(9)}
}

// everyInline holds one of each inline.
func everyInline() []Inline {
	return []Inline{
		&Text{S: "words ", At: at(1)},
		&Emph{Of: Words("emph")},
		&Strong{Of: []Inline{&Emph{Of: Words("both")}}},
		&Foreign{Lang: "fr", Of: Words("mot")},
		&Link{URL: "https://example.org", Of: Words("link")},
		&Ref{To: "table-1", At: at(2)},
		&Ref{To: "table-1", Of: Words("own words")},
		&Footnote{Name: "n", Of: []Block{&Paragraph{Text: []Inline{stat("a", 3)}}}, At: at(3)},
		&Break{},
		stat("a", 3),
	}
}

// everyStat holds figures with all that a figure may have.
func everyStat() []Inline {
	share := stat("women", 52)
	share.Number.Form, share.Number.Base = lang.Share, big.NewRat(90, 1)
	was := stat("offices", 87)
	was.Number.Form, was.Number.WasYear, was.Number.WasValue, was.Number.WasUnit = lang.Was, 2016, big.NewRat(52, 1), "offices"
	typed := &Stat{Number: lang.Number{Value: big.NewRat(3, 2), Places: 2, Unit: "USD", Form: lang.Million, Signed: true}, From: "typed"}
	hole := &Stat{Fact: "unknown", Number: lang.Number{Places: -1, Form: lang.Name, Label: "staff"}, Hole: true}
	return []Inline{share, was, typed, hole}
}

// everyBlock holds one of each block, with all that a block may have.
func everyBlock() []Block {
	img := &Image{Name: "a.png", Data: []byte("12345"), Width: 4, Height: 3}
	return []Block{
		&Heading{Base: Base{ID: "part", At: at(1)}, Level: 1, Tag: Words("Part 1"), Text: Words("Title")},
		&Paragraph{Base: Base{ID: "p", At: at(2)}, Numbered: true, Head: &Heading{Level: 4, Text: Words("Run in")}, Text: everyInline()},
		&Paragraph{Text: everyStat()},
		&List{Items: []ListItem{{Of: []Block{&Paragraph{Text: Words("dashed")}}, At: at(3)}}},
		&List{Ordered: true, Start: 3, Items: []ListItem{{Of: []Block{&Paragraph{Text: Words("third")}}}}},
		&Quote{Of: []Block{&Paragraph{Text: Words("quoted")}}},
		&Panel{Title: Words("Box"), Of: []Block{&Paragraph{Text: Words("boxed")}}, Decision: true},
		&KeyFigures{Title: Words("Band"), Of: []KeyFigure{{Stat: stat("a", 3), Caption: Words("caption")}}},
		&Timeline{Heads: [][]Inline{Words("left"), Words("right")}, Months: []Month{
			{Name: Words("May"), Columns: [][]Event{{{Day: "18–19", Text: Words("event"), At: at(4)}}, {{Text: Words("other")}}}},
		}},
		&Signature{Name: Words("Ada Example"), Office: Words("Director"), Picture: img},
		&Picture{Title: Words("Bridge"), Credit: Words("Archive"), Alt: "A bridge.", Image: img},
		&Chart{
			Kind: StackedBars, Title: Words("Chart"), Unit: Words("per cent"), Categories: [][]Inline{Words("2016"), Words("2017")},
			Series: []Series{{Label: Words("women"), Values: []*Stat{stat("w.2016", 1), stat("w.2017", 2)}}},
			Denom:  stat("base", 10), Notes: [][]Inline{Words("note")}, Source: Words("Register"), Alt: "Two bars.",
		},
		everyTable(),
		&AcronymList{Entries: []Acronym{{Short: "IATI", Text: Words("initiative")}}},
		&CoverPage{},
		&ContentsList{Depth: 2},
	}
}

func everyTable() *Table {
	text := Cell{Text: Words("text"), Note: 1, At: at(7)}
	return &Table{
		Base: Base{ID: "table-1", At: at(5)}, Title: Words("Table"), Unit: Words("USD"), Stub: Words("Stub"),
		Heads: []Head{{Text: Words("span"), Sub: []Head{{Text: Words("a"), Period: Reported}, {Text: Words("b"), Period: Before}}}},
		Rows: []Row{
			{Kind: StraddleRow, Stub: Words("across")},
			{Stub: Words("row"), Indent: 1, Cells: []Cell{{Stat: stat("a", 3)}, text}, At: at(6)},
			{Kind: SubtotalRow, Muted: true, Cells: []Cell{{Gap: Nil}, {Gap: NotApplicable}}},
			{Kind: ShareRow, Cells: []Cell{{Gap: NotAvailable}, {Gap: NotComputed}}},
			{Kind: TotalRow, Cells: []Cell{{Gap: Suppressed}, {Gap: Unchanged}}},
		},
		Notes: []Note{{Text: Words("note"), At: at(8)}}, Legend: Words("legend"), Source: Words("Source"),
		Matrix: true, Plain: true, Columns: []Align{AlignRight, AlignCenter},
	}
}

func every() *Document {
	return &Document{Lang: "en", Parts: []*Part{{
		ID: "part", Kind: Annex, Number: "IV", Tag: Words("Part 1"), Title: Words("Title"), Blocks: everyBlock(), At: at(1),
	}}}
}

func TestDump(t *testing.T) {
	golden.Check(t, "every.txt", Dump(every().Parts...))
	golden.Check(t, "every-places.txt", DumpPlaces(every().Parts...))
}

// TestDumpUnbound: a reader's document has no values yet, and one that is
// broken must be readable all the same.
func TestDumpUnbound(t *testing.T) {
	p := &Part{Blocks: []Block{
		&KeyFigures{Of: []KeyFigure{{}}},
		&Paragraph{Text: []Inline{&Stat{Fact: "a.b", Number: lang.Number{Places: -1, Form: lang.Direction}}}},
		&Paragraph{Text: []Inline{&Stat{Number: lang.Number{Places: -1, Form: 99}}}},
	}}
	want := "part cover\n  key-figures\n    no figure\n  paragraph\n    {{a.b | direction}}\n  paragraph\n    {{ | form 99}}\n"
	if got := string(Dump(p)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// declared returns the types of the package that have a method.
func declared(t *testing.T, method string) map[string]bool {
	t.Helper()
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil && fn.Name.Name == method && fn.Type.Params.NumFields() == 0 {
				out[fn.Recv.List[0].Type.(*ast.StarExpr).X.(*ast.Ident).Name] = true
			}
		}
	}
	return out
}

// TestEveryKind keeps the switches of this package whole: the documents of
// these tests have every block and inline there is, and Dump knows each.
func TestEveryKind(t *testing.T) {
	blocks, inlines := declared(t, "block"), declared(t, "inline")
	if len(blocks) < 10 || len(inlines) < 8 {
		t.Fatalf("found %d blocks and %d inlines", len(blocks), len(inlines))
	}
	for _, b := range everyBlock() {
		delete(blocks, reflect.TypeOf(b).Elem().Name())
	}
	for _, in := range everyInline() {
		delete(inlines, reflect.TypeOf(in).Elem().Name())
	}
	if len(blocks)+len(inlines) > 0 {
		t.Errorf("the tests have no %v, %v", blocks, inlines)
	}
	if dump := string(Dump(every().Parts...)); strings.Contains(dump, "unknown block") || strings.Contains(dump, "unknown inline") {
		t.Error("Dump does not know a kind")
	}
}
