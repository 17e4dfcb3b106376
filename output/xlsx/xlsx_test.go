package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/big"
	"runtime"
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/lang"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

func stat(v string, change ...func(*lang.Number)) *doc.Stat {
	r, ok := new(big.Rat).SetString(v)
	if !ok {
		panic(v)
	}
	n := lang.Number{Value: r, Places: -1}
	for _, c := range change {
		c(&n)
	}
	return &doc.Stat{Number: n}
}

func of(base string) func(*lang.Number) {
	return func(n *lang.Number) {
		n.Form, n.Base = lang.Share, stat(base).Number.Value
	}
}

func in(form lang.Form) func(*lang.Number) { return func(n *lang.Number) { n.Form = form } }

func unit(u string) func(*lang.Number) { return func(n *lang.Number) { n.Unit = u } }

func signed(n *lang.Number) { n.Signed = true }

func cellOf(v string, change ...func(*lang.Number)) doc.Cell {
	return doc.Cell{Stat: stat(v, change...)}
}

func text(s string) doc.Cell { return doc.Cell{Text: doc.Words(s)} }

// document is one with annexes of tables.
func document(annexes ...*doc.Part) *doc.Document {
	return &doc.Document{
		Lang: "en",
		Cover: doc.Masthead{
			Organization: "Organization for Mountain Passes", Organ: "Assembly", Symbol: "A/17/5", Date: "19 May 2025",
			Title: doc.Words("Annual Report for 2024"), Created: "2025-05-19",
		},
		Parts: append([]*doc.Part{{ID: "body", Kind: doc.Body, Blocks: []doc.Block{&doc.Table{Heads: []doc.Head{{}}}}}}, annexes...),
	}
}

func annex(number, title string, tables ...*doc.Table) *doc.Part {
	p := &doc.Part{
		ID: doc.Label("annex-" + strings.ToLower(number)), Kind: doc.Annex, Number: number, Title: doc.Words(title), Tag: doc.Words("Annex\u00a0" + number),
	}
	for _, t := range tables {
		p.Blocks = append(p.Blocks, t)
	}
	return p
}

// staff is a table with everything that a table can have.
func staff() *doc.Table {
	note := &doc.Footnote{Of: []doc.Block{&doc.Paragraph{Text: doc.Words("Counted on the last day.")}}}
	return &doc.Table{
		Title: doc.Words("Staff by grade"), Unit: doc.Words("Persons"), Stub: doc.Words("Place"),
		Heads: []doc.Head{
			{Text: doc.Words("General Service"), Sub: []doc.Head{{Text: doc.Words("G\u20111")}, {Text: doc.Words("G\u20112")}}},
			{Text: []doc.Inline{&doc.Text{S: "Women"}, note}},
			{Text: doc.Words("Change"), Sub: []doc.Head{{Text: doc.Words("points")}}},
		},
		Rows: []doc.Row{
			{Kind: doc.StraddleRow, Stub: doc.Words("North")},
			{Stub: doc.Words("Borduria"), Cells: []doc.Cell{cellOf("1234"), {Gap: doc.Nil}, cellOf("1", of("3")), {Gap: doc.NotComputed}}},
			{Stub: doc.Words("Syldavia"), Indent: 1, Cells: []doc.Cell{cellOf("0"), {Gap: doc.Suppressed}, cellOf("1", of("4")), {Gap: doc.NotComputed}}},
			{Kind: doc.StraddleRow, Stub: doc.Words("South")},
			{Stub: doc.Words("=1+1"), Cells: []doc.Cell{
				{Stat: stat("2"), Note: 1}, text("-1"), {Gap: doc.NotAvailable}, cellOf("-4", unit(lang.Points), signed),
			}},
			{Kind: doc.TotalRow, Stub: doc.Words("Total"), Cells: []doc.Cell{
				cellOf("1236"), cellOf("7"), cellOf("50", of("100")), {Gap: doc.Unchanged},
			}},
			{Kind: doc.ShareRow, Stub: doc.Words("Share of women"), Cells: []doc.Cell{
				cellOf("1", of("2")), cellOf("12.5", unit(lang.Percent)), {Gap: doc.NotApplicable}, {Gap: doc.NotApplicable},
			}},
		},
		Notes:  []doc.Note{{Text: doc.Words("Without the gauge\u00a0keeper.")}},
		Legend: doc.Words("G: General Service."), Source: doc.Words("staff list."),
	}
}

func write(t testing.TB, d *doc.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, d, lang.For(d.Lang), nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// show prints a sheet as it is seen, a line a row, blank cells as "·".
func show(t testing.TB, f *excelize.File, sheet string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, r := range rows {
		for i, c := range r {
			if c == "" {
				r[i] = "·"
			}
		}
		out.WriteString(strings.Join(r, " | ") + "\n")
	}
	return out.String()
}

// part is a file of a workbook.
func part(t testing.TB, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// A workbook with two annexes, one of two tables: names, links, tables, heads
// that stay in sight and are printed again.
func TestBook(t *testing.T) {
	plainTable := &doc.Table{Stub: doc.Words("Year"), Heads: []doc.Head{{Text: doc.Words("Passes")}}, Rows: []doc.Row{{Stub: doc.Words("2024"), Cells: []doc.Cell{cellOf("64")}}}}
	data := write(t, document(annex("III", "Statistics", plainTable, staff(), staff()), annex("IV", "Matrix", staff())))
	f := open(t, data)
	if got := fmt.Sprint(f.GetSheetList()); got != "[Contents Annex III.1 Annex III.2 Annex III.3 Annex IV]" {
		t.Errorf("sheets %s", got)
	}
	if got := show(t, f, "Contents"); !strings.Contains(got, "Annex III. Statistics\nAnnex III, Table 1. Staff by grade\nAnnex III, Table 2. Staff by grade\nAnnex IV. Staff by grade\n") {
		t.Errorf("contents\n%s", got)
	}
	for row, want := range map[int]string{4: "'Annex III.1'!A1", 5: "'Annex III.2'!A1", 7: "'Annex IV'!A1"} {
		ok, target, err := f.GetCellHyperLink("Contents", fmt.Sprintf("A%d", row))
		if !ok || target != want || err != nil {
			t.Errorf("row %d leads to %q, not %q: %v", row, target, want, err)
		}
	}
	tables, err := f.GetTables("Annex III.2")
	if err != nil || len(tables) != 1 || tables[0].Name != "Table_Annex_III_2" || tables[0].Range != "A12:F17" {
		t.Errorf("tables %+v, %v", tables, err)
	}
	if panes, err := f.GetPanes("Annex III.2"); err != nil || !panes.Freeze || panes.XSplit != 2 || panes.YSplit != 12 || panes.TopLeftCell != "C13" {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if merged, err := f.GetMergeCells("Annex III.2"); err != nil || len(merged) != 0 {
		t.Errorf("merged cells %v, %v", merged, err)
	}
	if xml := part(t, data, "xl/tables/table2.xml"); strings.Contains(xml, "autoFilter") {
		t.Error("the table has a filter")
	}
	if xml := part(t, data, "xl/workbook.xml"); !strings.Contains(xml, `name="_xlnm.Print_Titles">&#39;Annex III.2&#39;!$12:$12<`) {
		t.Errorf("heads are not printed again: %s", xml)
	}
	p, err := f.GetDocProps()
	if err != nil || p.Creator != "Organization for Mountain Passes" || p.LastModifiedBy != p.Creator || p.Created != "2025-05-19T00:00:00Z" || p.Modified != p.Created ||
		p.Title != "Annual Report for 2024" || p.Subject != "A/17/5" || p.Language != "en" {
		t.Errorf("properties %+v, %v", p, err)
	}
}

// How a large sheet is laid out: printed on its side, no column too wide, heads
// high enough for their lines, and heads below many notes not kept in sight.
func TestLayout(t *testing.T) {
	small, large := staff(), matrix(4, 12)
	small.Heads[1].Text = doc.Words("Women in the service of the Organization on the last day of the year")
	for range 20 {
		small.Notes = append(small.Notes, doc.Note{Text: doc.Words("One more.")})
	}
	large.Rows[0].Stub = doc.Words(strings.Repeat("long ", 30))
	f := open(t, write(t, document(annex("I", "Small", small), annex("II", "Large", large))))
	for sheet, want := range map[string]string{"Contents": "portrait", "Annex I": "portrait", "Annex II": "landscape"} {
		p, err := f.GetPageLayout(sheet)
		if err != nil || *p.Orientation != want || *p.Size != 9 || *p.FitToWidth != 1 || *p.FitToHeight != 0 {
			t.Errorf("%s is laid out as %s, %v", sheet, *p.Orientation, err)
		}
	}
	if w, err := f.GetColWidth("Annex II", "A"); err != nil || w != widest {
		t.Errorf("the stub is %v wide, %v", w, err)
	}
	if w, err := f.GetColWidth("Annex I", "E"); err != nil || w != 14 { // "Organization" and what stands around it
		t.Errorf("a column is %v wide, %v", w, err)
	}
	if h, err := f.GetRowHeight("Annex I", 31); err != nil || h != 7*lineHeight {
		t.Errorf("heads are %v high, %v", h, err)
	}
	if p, err := f.GetPanes("Annex I"); err != nil || p.YSplit != 0 || p.XSplit != 2 {
		t.Errorf("panes %+v, %v", p, err)
	}
	if d, err := f.GetSheetDimension("Annex II"); err != nil || d != "A1:M7" {
		t.Errorf("the sheet fills %s, %v", d, err)
	}
}

// Looks that tell something: heads and totals are bold, entries set in are set
// in.
func TestLooks(t *testing.T) {
	f := open(t, write(t, document(annex("IV", "Staff", staff()))))
	look := func(cell string) *excelize.Style {
		id, err := f.GetCellStyle("Annex IV", cell)
		if err != nil {
			t.Fatal(err)
		}
		st, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		return st
	}
	for cell, want := range map[string]bool{"A1": true, "A2": false, "A12": true, "F12": true, "B13": false, "C13": false, "B16": true, "C16": true, "C17": false} {
		if st := look(cell); (st.Font != nil && st.Font.Bold) != want {
			t.Errorf("%s is bold: %v", cell, !want)
		}
	}
	if st := look("B14"); st.Alignment == nil || st.Alignment.Indent != 1 {
		t.Errorf("B14 is not set in: %+v", st.Alignment)
	}
	if st := look("C16"); len(st.Border) != 1 || st.Border[0].Type != "top" {
		t.Errorf("no line above the total: %+v", st.Border)
	}
}

// No text becomes a formula, and one that could when it is edited is marked.
func TestTextsStayTexts(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.OneOf(rapid.StringMatching(`[=+@-][A-Z0-9()|'"!]{1,12}`), rapid.String(), rapid.SampledFrom([]string{"=cmd|'/c calc'!A1", "-1", "+49", "@SUM(A1)", "1e5", "TRUE", "0x10"}))
		stub, cell, title := words.Draw(rt, "stub"), words.Draw(rt, "cell"), words.Draw(rt, "title")
		table := &doc.Table{Title: doc.Words(title), Stub: doc.Words(stub), Heads: []doc.Head{{Text: doc.Words(cell)}}, Rows: []doc.Row{{Stub: doc.Words(stub), Cells: []doc.Cell{text(cell)}}}}
		f := open(t, write(t, document(annex("I", title, table))))
		for name, want := range map[string]string{"A3": plain(stub), "B3": plain(cell)} {
			if formula, err := f.GetCellFormula("Annex I", name); err != nil || formula != "" {
				rt.Fatalf("%s is the formula %q: %v", name, formula, err)
			}
			got, err := f.GetCellValue("Annex I", name)
			if err != nil || got != want {
				rt.Fatalf("%s holds %q, not %q: %v", name, got, want, err)
			}
			kind, _ := f.GetCellType("Annex I", name)
			if want != "" && kind != excelize.CellTypeSharedString {
				rt.Fatalf("%s, %q, is of type %d", name, want, kind)
			}
			id, _ := f.GetCellStyle("Annex I", name)
			xf := f.Styles.CellXfs.Xf[id]
			risky := want != "" && strings.Contains("=+-@", want[:1])
			if marked := xf.QuotePrefix != nil && *xf.QuotePrefix; marked != risky {
				rt.Fatalf("%q is marked: %v", want, marked)
			}
		}
	})
}

func TestSameBytes(t *testing.T) {
	d := document(annex("III", "Statistics", staff(), staff()), annex("IV", "Matrix", matrix(30, 8)))
	want := write(t, d)
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for i := range 10 {
		runtime.GOMAXPROCS(1 + i%4)
		if !bytes.Equal(write(t, d), want) {
			t.Fatalf("run %d gives other bytes", i)
		}
	}
	z, err := zip.NewReader(bytes.NewReader(want), int64(len(want)))
	if err != nil {
		t.Fatal(err)
	}
	if z.File[0].Name != "[Content_Types].xml" || z.File[1].Name != "_rels/.rels" {
		t.Errorf("the package begins with %s and %s", z.File[0].Name, z.File[1].Name)
	}
	for _, f := range z.File {
		if y := f.Modified.UTC().Year(); y != 1980 {
			t.Errorf("%s is of %d", f.Name, y)
		}
	}
}

func TestHas(t *testing.T) {
	if Has(document()) || Has(document(annex("I", "Events"))) {
		t.Error("a document without tables has some")
	}
	if !Has(document(annex("I", "Staff", staff()))) {
		t.Error("a document with a table has none")
	}
}

func TestRefused(t *testing.T) {
	short := staff()
	short.Rows[1].Cells = short.Rows[1].Cells[:2]
	long := staff()
	long.Legend = doc.Words(strings.Repeat("é", maxText))
	longer := staff()
	longer.Legend = doc.Words(strings.Repeat("𝛑", maxText/2+1))
	longCell := staff()
	longCell.Rows[1].Stub = doc.Words(strings.Repeat("n", maxText+1))
	for _, c := range []struct {
		table *doc.Table
		want  string
	}{
		{short, `the table "Annex I. Staff by grade" has 2 cells in a row of 4 columns`},
		{long, ""},
		{longer, "a text of the table"},
		{longCell, "is longer than a cell"},
	} {
		err := Write(io.Discard, document(annex("I", "Staff", c.table)), lang.For("en"), nil)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, not %q", err, c.want)
		}
	}
}

// References, and what stands in other languages.
func TestWords(t *testing.T) {
	table := staff()
	table.Legend = []doc.Inline{
		&doc.Text{S: "See "}, &doc.Ref{To: "annex-ii"}, &doc.Text{S: " and "}, &doc.Ref{To: "x", Of: doc.Words("there")},
		&doc.Break{}, &doc.Emph{Of: []doc.Inline{stat("1234")}},
	}
	d := document(annex("IV", "Personnel", table))
	d.Lang = "fr"
	var out bytes.Buffer
	if err := Write(&out, d, lang.For("fr"), func(l doc.Label) string { return "<" + string(l) + ">" }); err != nil {
		t.Fatal(err)
	}
	got := show(t, open(t, out.Bytes()), "Annex IV")
	for _, want := range []string{"See <annex-ii> and there 1 234\n", "Source : staff list.\n", "Groupe | Place", "Non calculé (F13, F14).\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// matrix is a large table, mostly blank.
func matrix(rows, columns int) *doc.Table {
	t := &doc.Table{Title: doc.Words("Matrix"), Stub: doc.Words("Nationality")}
	for j := range columns {
		t.Heads = append(t.Heads, doc.Head{Text: doc.Words(fmt.Sprintf("G‑%d", j))})
	}
	for i := range rows {
		r := doc.Row{Stub: doc.Words(fmt.Sprintf("State %d", i))}
		for j := range columns {
			if i*j%3 == 1 {
				r.Cells = append(r.Cells, doc.Cell{Gap: doc.Nil})
			} else {
				r.Cells = append(r.Cells, cellOf(fmt.Sprint(i*j)))
			}
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// The largest annex: nationalities by grade and sex.
func BenchmarkWrite(b *testing.B) {
	d := document(annex("IV", "Matrix", matrix(185, 18)))
	l := lang.For("en")
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, d, l, nil); err != nil {
			b.Fatal(err)
		}
	}
}
