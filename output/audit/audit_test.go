package audit

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math/big"
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/lang"
	"assemble/layout/style"
	"assemble/layout/units"
	"assemble/output/dump/golden"

	"pgregory.net/rapid"
)

func TestMain(m *testing.M) { golden.Main(m) }

func rat(v string) *big.Rat {
	r, ok := new(big.Rat).SetString(v)
	if !ok {
		panic(v)
	}
	return r
}

// ledger is one made by hand.
type ledger map[source.Key]source.Provenance

func (l ledger) Expand(k source.Key) (source.Provenance, bool) {
	p, ok := l[k]
	return p, ok
}

// edition is a small document with a figure of each kind in each kind of place.
type edition struct {
	files  source.Files
	text   source.FileID
	facts  source.FileID
	ledger ledger
	line   int32
}

func newEdition() *edition {
	e := &edition{}
	e.text, e.facts = e.files.Add("manuscript/en/part.md", nil), e.files.Add("facts.yaml", nil)
	row := func(a, b int32) source.Span {
		return source.Span{Start: source.Pos{File: e.facts, A: a, B: 1}, End: source.Pos{File: e.facts, A: b, B: 9}}
	}
	e.ledger = ledger{
		"passes.total": {Method: "quoted", Inputs: []source.Span{row(5, 5)}, Source: []string{"Register of passes"}},
		"passes.open":  {Method: "quoted", Inputs: []source.Span{row(6, 8)}, Source: []string{"Register of passes", "Snow log"}},
		"passes.share": {Method: "share", Inputs: []source.Span{row(12, 12)}, Of: []source.Key{"passes.open", "passes.total"}},
		"crossings":    {Method: "quoted", Inputs: []source.Span{row(20, 20)}},
		"ring":         {Method: "sum", Of: []source.Key{"ring", "passes.total"}},
	}
	return e
}

// figure calls a figure on a new line of the manuscript.
func (e *edition) figure(key source.Key, value string, change ...func(*doc.Stat)) *doc.Stat {
	e.line++
	s := &doc.Stat{
		Fact: string(key), From: key, Number: lang.Number{Value: rat(value), Places: -1},
		At: source.At(source.Pos{File: e.text, A: e.line, B: 7}),
	}
	if key == typed {
		s.Fact = ""
	}
	for _, c := range change {
		c(s)
	}
	return s
}

func words(in ...any) (out []doc.Inline) {
	for _, x := range in {
		switch x := x.(type) {
		case string:
			out = append(out, &doc.Text{S: x})
		case doc.Inline:
			out = append(out, x)
		}
	}
	return out
}

func unit(u string) func(*doc.Stat) { return func(s *doc.Stat) { s.Number.Unit = u } }

func form(f lang.Form) func(*doc.Stat) { return func(s *doc.Stat) { s.Number.Form = f } }

func base(v string) func(*doc.Stat) { return func(s *doc.Stat) { s.Number.Base = rat(v) } }

func was(year int, v string) func(*doc.Stat) {
	return func(s *doc.Stat) {
		s.Number.Form, s.Number.WasYear, s.Number.WasValue = lang.Was, year, rat(v)
		s.Number.UnitWords = lang.Noun{Singular: "pass", Plural: "passes"}
	}
}

func hole(s *doc.Stat) { s.Hole = true }

func (e *edition) document() *doc.Document {
	para := func(id doc.Label, in ...any) *doc.Paragraph {
		return &doc.Paragraph{Base: doc.Base{ID: id}, Numbered: true, Text: words(in...)}
	}
	note := &doc.Footnote{Name: "n", Of: []doc.Block{&doc.Paragraph{Text: words("Counted at ", e.figure(typed, "12"), " places.")}}}
	share := e.figure("passes.share", "64.0625", unit(lang.Percent), base("64"))
	long := e.figure("crossings", "347921", form(lang.Words))
	body := &doc.Part{ID: "part", Kind: doc.Body, Title: words("The part"), Blocks: []doc.Block{
		&doc.Heading{Base: doc.Base{ID: "part"}, Level: 1, Text: words("The part of ", e.figure(typed, "3"), " days")},
		para("network", "Of the ", e.figure("passes.total", "64"), " passes ", e.figure("passes.total", "64", was(2023, "62")), ", ",
			e.figure("passes.open", "41"), " (", share, ") are open.", note),
		para("", "In all there were no fewer than ", long, " crossings, or ", e.figure("crossings", "347921", form(lang.Thousand)), ", namely:"),
		&doc.List{Ordered: true, Start: 1, Items: []doc.ListItem{
			{Of: []doc.Block{&doc.Paragraph{Text: words("by day, ", e.figure("lost", "300000"), ";")}}},
			{Of: []doc.Block{&doc.Paragraph{Text: words("at night, ", e.figure("passes.total", "64", hole), ".")}}},
		}},
		&doc.KeyFigures{Title: words("In figures"), Of: []doc.KeyFigure{
			{Stat: e.figure("crossings", "1874789", form(lang.Million)), Caption: words("crossings")},
			{Stat: e.figure("passes.open", "41"), Caption: words("open of ", e.figure("passes.total", "64"))},
		}},
		&doc.Chart{
			Base: doc.Base{ID: "chart"}, Title: words("Passes"), Alt: "A chart.", Categories: [][]doc.Inline{words("Open"), words("Kept")},
			Series: []doc.Series{{Values: []*doc.Stat{e.figure("passes.open", "41"), e.figure("passes.kept", "52")}}},
			Denom:  e.figure("passes.total", "64"),
		},
		&doc.Table{
			Base: doc.Base{ID: "simple"}, Title: words("Simple"), Stub: words("Range"), Heads: []doc.Head{{Text: words("2024")}, {Text: words("2023")}},
			Rows: []doc.Row{
				{Stub: words("North of ", e.figure(typed, "50")), Cells: []doc.Cell{{Stat: e.figure("passes.open", "41")}, {Gap: doc.NotAvailable}}},
				{Kind: doc.TotalRow, Stub: words("All"), Cells: []doc.Cell{{Stat: e.figure("passes.total", "-4.2")}, {Stat: e.figure("ring", "1/3")}}},
			},
		},
		&doc.Table{
			Base: doc.Base{ID: "spanned"}, Title: words("Spanned"), Stub: words("Range"),
			Heads: []doc.Head{{Text: words("Staff"), Sub: []doc.Head{{Text: words("P\u20115")}, {Text: words("P\u20114")}}}, {Text: words("All")}},
			Rows: []doc.Row{{Stub: words("=North"), Cells: []doc.Cell{
				{Stat: e.figure("cell/1", "1")}, {Stat: e.figure("cell/2", "2")}, {Text: words(e.figure(typed, "3"))},
			}}},
		},
	}}
	annex := &doc.Part{ID: "annex-i", Kind: doc.Annex, Number: "I", Title: words("Events of ", e.figure(typed, "366"), " days"), Tag: words("Annex I"), Blocks: []doc.Block{
		&doc.Paragraph{Text: words("There were ", e.figure(typed, "16", form(lang.Figure)), " events.")},
	}}
	return &doc.Document{
		Lang: "en", Parts: []*doc.Part{body, annex}, Cover: doc.Masthead{Symbol: "A/17/5", Created: "2025-05-19", Year: 2024},
	}
}

// list writes the trail of a document and reads it back.
func list(t testing.TB, e *edition) ([]map[string]string, []byte) {
	t.Helper()
	d := e.document()
	var report source.Reporter
	engine := layout.New(d, style.Council(), fonts.Embedded(), &report)
	book, _ := engine.Compose(nil)
	for _, x := range report.All() {
		if x.Severity == source.Error {
			t.Fatalf("%s: %s", e.files.String(x.At.Start), x.Message)
		}
	}
	var out bytes.Buffer
	if err := Write(&out, book, d, e.ledger, &e.files); err != nil {
		t.Fatal(err)
	}
	return read(t, out.Bytes()), out.Bytes()
}

func read(t testing.TB, data []byte) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, r := range all[1:] {
		line := map[string]string{}
		for i, h := range all[0] {
			line[h] = r[i]
		}
		out = append(out, line)
	}
	return out
}

// The whole list of the small document, as a person has read it.
func TestList(t *testing.T) {
	_, data := list(t, newEdition())
	if lines := strings.SplitAfter(string(data), "\r\n"); strings.Contains(strings.Join(lines, ""), "\n\n") || len(lines) != strings.Count(string(data), "\n")+1 {
		t.Error("lines do not end in CR LF")
	}
	golden.Check(t, "list.csv", bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
}

// What is in a document and printed is in the list, once.
func TestEachFigureOnce(t *testing.T) {
	e := newEdition()
	got, _ := list(t, e)
	count := map[string]int{}
	for _, l := range got {
		count[l["written"]+" "+l["printed"]]++
	}
	twice := 0
	for k, n := range count {
		if n == 2 && strings.HasSuffix(k, " 64") {
			twice++ // the base of the chart: at its line and in the note
		} else if n != 1 {
			t.Errorf("%s is listed %d times", k, n)
		}
	}
	// The chart makes a share of each of its two values.
	if want := int(e.line) + 1 + 2; len(got) != want || twice != 1 {
		t.Errorf("%d figures are listed, %d were called; %d twice", len(got), e.line, twice)
	}
}

// A figure in words over two lines is one figure, without the joint.
func TestFigureOverLines(t *testing.T) {
	got, _ := list(t, newEdition())
	for _, l := range got {
		if l["value"] == "347921" && l["form"] == "words" {
			if want := "three hundred and forty-seven thousand nine hundred and twenty-one"; l["printed"] != want {
				t.Errorf("%q, not %q", l["printed"], want)
			}
			return
		}
	}
	t.Error("the figure is not listed")
}

func TestSameBytes(t *testing.T) {
	_, want := list(t, newEdition())
	for range 5 {
		if _, got := list(t, newEdition()); !bytes.Equal(got, want) {
			t.Fatal("the same document gives another list")
		}
	}
}

// A large annex: a figure in each of 185 × 18 cells.
func BenchmarkWrite(b *testing.B) {
	e := newEdition()
	t := &doc.Table{Title: words("Matrix"), Stub: words("State"), Matrix: true}
	for range 18 {
		t.Heads = append(t.Heads, doc.Head{Text: words("G")})
	}
	for range 185 {
		r := doc.Row{Stub: words("Borduria")}
		for range 18 {
			r.Cells = append(r.Cells, doc.Cell{Stat: e.figure("passes.share", "41")})
		}
		t.Rows = append(t.Rows, r)
	}
	d := e.document()
	d.Parts[1].Blocks = []doc.Block{t}
	var report source.Reporter
	book, _ := layout.New(d, style.Council(), fonts.Embedded(), &report).Compose(nil)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, book, d, e.ledger, &e.files); err != nil {
			b.Fatal(err)
		}
	}
}

// broken is a disk that is full.
type broken struct{}

func (*broken) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestWriterFails(t *testing.T) {
	for _, figures := range []int{0, 200} { // fewer than a buffer holds, and more
		b := &frame.Book{Elems: []frame.Elem{{}, {Role: frame.Document}, {Role: frame.P, Parent: 1}}, Pages: []frame.Page{{}}}
		for i := range figures {
			b.Pages[0].Items = append(b.Pages[0].Items, run(2, "a", int32(i), 0, "7"), run(2, "", 0, 0, " "))
		}
		if err := Write(&broken{}, b, &doc.Document{}, ledger{}, &source.Files{}); err == nil || err.Error() != "no room" {
			t.Errorf("with %d figures: %v", figures, err)
		}
	}
}

// run is a run of 10 points, each letter 5 wide, from a column of the
// manuscript.
func run(tag frame.ElemID, key source.Key, column int32, x units.Sp, text string) *frame.Run {
	return &frame.Run{
		X: x * units.Pt, Size: 10 * units.Pt, Text: text, Glyphs: []frame.Glyph{{Advance: units.Sp(5*len(text)) * units.Pt}},
		Stat: key, Tag: tag, At: source.At(source.Pos{File: 1, A: 1, B: column}),
	}
}

// Which runs make one figure.
func TestRunsOfOneFigure(t *testing.T) {
	below := func(r *frame.Run) *frame.Run {
		r.Y += 15 * units.Pt
		return r
	}
	artifact := run(0, "a", 1, 0, "7")
	empty := run(2, "a", 1, 0, "7")
	empty.Glyphs = nil
	for _, c := range []struct {
		name string
		runs []*frame.Run
		want string
	}{
		{"close behind", []*frame.Run{run(2, "a", 1, 0, "1.9"), run(2, "a", 1, 17, "million")}, "1.9 million"},
		{"at once behind", []*frame.Run{run(2, "a", 1, 0, "1"), run(2, "a", 1, 5, "234")}, "1234"},
		{"with a space", []*frame.Run{run(2, "a", 1, 0, "1.9 "), run(2, "a", 1, 22, "million")}, "1.9 million"},
		{"far behind", []*frame.Run{run(2, "a", 1, 0, "52"), run(2, "a", 1, 15, "81%")}, "52|81%"},
		{"on another line", []*frame.Run{run(2, "a", 1, 0, "52"), below(run(2, "a", 1, 10, "52"))}, "52|52"},
		{"further on in the figure", []*frame.Run{run(2, "a", 1, 0, "one hun\u00AD"), below(run(2, "a", 8, 0, "dred thou\u00AD")), below(below(run(2, "a", 19, 0, "sand")))}, "one hundred thousand"},
		{"called again", []*frame.Run{run(2, "a", 1, 0, "52"), run(2, "a", 30, 10, "52")}, "52|52"},
		{"another key", []*frame.Run{run(2, "a", 1, 0, "52"), run(2, "b", 1, 10, "53")}, "52|53"},
		{"another element", []*frame.Run{run(2, "a", 1, 0, "52"), run(3, "a", 2, 10, "52")}, "52|52"},
		{"words between", []*frame.Run{run(2, "a", 1, 0, "52"), run(2, "", 3, 10, "to"), run(2, "a", 9, 20, "53")}, "52|53"},
		{"another element between", []*frame.Run{run(2, "a", 1, 0, "one "), run(3, "", 3, 10, "to"), below(run(2, "a", 9, 20, "hundred"))}, "one hundred"},
		{"artifacts and what is not drawn", []*frame.Run{artifact, empty}, ""},
	} {
		b := &frame.Book{Elems: []frame.Elem{{}, {Role: frame.Document}, {Role: frame.P, Parent: 1}, {Role: frame.P, Parent: 1}}, Pages: []frame.Page{{}}}
		for _, r := range c.runs {
			b.Pages[0].Items = append(b.Pages[0].Items, r)
		}
		call := func(column int32) *doc.Stat {
			return &doc.Stat{From: "a", Number: lang.Number{Value: rat("52")}, At: source.At(source.Pos{File: 1, A: 1, B: column})}
		}
		d := &doc.Document{Parts: []*doc.Part{{Title: words(call(1), call(30))}}}
		var out bytes.Buffer
		if err := Write(&out, b, d, ledger{}, &source.Files{}); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range read(t, out.Bytes()) {
			got = append(got, l["printed"])
			if l["key"] == "a" && l["value"] != "52" {
				t.Errorf("%s: the value is %q", c.name, l["value"])
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q, not %q", c.name, s, c.want)
		}
	}
}

// A book whose tree is unsound is listed all the same.
func TestUnsoundTree(t *testing.T) {
	b := &frame.Book{
		Elems: []frame.Elem{{}, {Role: frame.Document, Parent: 3}, {Role: frame.TD, Parent: 99, Headers: []string{"none"}}, {Role: frame.P, Parent: 1}, {Role: frame.TD}},
		Dests: []frame.Dest{{Name: "para-x", Elem: -1}, {Name: "para-1", Elem: 77}},
	}
	var items []frame.Item
	for _, tag := range []frame.ElemID{1, 2, 3, 4, 55, -3} {
		items = append(items, &frame.Run{Text: "7", Glyphs: make([]frame.Glyph, 1), Stat: "k", Tag: tag})
	}
	b.Pages = []frame.Page{{Items: items}}
	var out bytes.Buffer
	if err := Write(&out, b, &doc.Document{}, ledger{}, nil); err != nil {
		t.Fatal(err)
	}
	if got := read(t, out.Bytes()); len(got) != len(items) || got[0]["method"] != "unknown" {
		t.Errorf("%d lines\n%s", len(got), out.String())
	}
}

func TestSafe(t *testing.T) {
	for cell, want := range map[string]string{
		"":              "",
		"Borduria":      "Borduria",
		"=cmd|'/c'!A1":  "'=cmd|'/c'!A1",
		"+49":           "'+49",
		"-1":            "-1",
		"-4.25":         "-4.25",
		"-4.25a":        "'-4.25a",
		"--4":           "'--4",
		"@SUM(A1)":      "'@SUM(A1)",
		"1/3":           "'1/3",
		"-100/3":        "'-100/3",
		"C/109/4":       "C/109/4",
		"\t=1":          "'=1",
		"\u2011x":       "'-x",
		"a\r\nb\u00a0c": "a b c",
		"bad \xff":      "bad \uFFFD",
	} {
		if got := safe(cell); got != want {
			t.Errorf("%q: %q, not %q", cell, got, want)
		}
	}
}

// FuzzSafe: whatever stands in a cell, the list has it in one cell on one line,
// and no spreadsheet takes it for a formula.
func FuzzSafe(f *testing.F) {
	f.Add("=1+1", "a,b\"c")
	f.Add("\r\n@x", "'")
	f.Add("-1", " -2")
	f.Fuzz(func(t *testing.T, a, b string) {
		var out bytes.Buffer
		w := csv.NewWriter(&out)
		w.UseCRLF = true
		if err := w.Write([]string{safe(a), safe(b), "end"}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		if strings.Count(out.String(), "\n") != 1 {
			t.Fatalf("more than a line: %q", out.String())
		}
		got, err := csv.NewReader(&out).Read()
		if err != nil || len(got) != 3 || got[0] != safe(a) || got[1] != safe(b) {
			t.Fatalf("%q, %v", got, err)
		}
		for _, c := range got {
			if c != "" && strings.ContainsAny(c[:1], "=+-@\t\r") && !number.MatchString(c) {
				t.Fatalf("%q may be taken for a formula", c)
			}
			if safe(c) != c && !strings.HasPrefix(safe(c), "'") {
				t.Fatalf("%q is not kept", c)
			}
		}
	})
}

func TestExactly(t *testing.T) {
	n := func(v string, change ...func(*lang.Number)) lang.Number {
		x := lang.Number{Value: rat(v)}
		for _, c := range change {
			c(&x)
		}
		return x
	}
	with := func(unit string, f lang.Form, base string) func(*lang.Number) {
		return func(x *lang.Number) {
			x.Unit, x.Form = unit, f
			if base != "" {
				x.Base = rat(base)
			}
		}
	}
	for _, c := range []struct {
		n    lang.Number
		want exact
	}{
		{n("64"), exact{"64", "", "", ""}},
		{n("-12.50"), exact{"-12.5", "", "", ""}},
		{n("100/3", with("", lang.Figure, "")), exact{"100/3", "", "", "figure"}},
		{n("42500000", with("EUR", lang.Million, "")), exact{"42500000", "", "EUR", "million"}},
		{n("41", with("passes", lang.Auto, "64")), exact{"41", "", "passes", ""}},
		{n("41", with("passes", lang.Share, "64")), exact{"41", "64", "%", "share"}},
		{n("64.0625", with("%", lang.Auto, "64")), exact{"41", "64", "%", ""}},
		{n("9.6", with("%", lang.Share, "")), exact{"9.6", "", "%", "share"}},
		{n("41", with("passes", lang.Was, "64"), func(x *lang.Number) { x.WasYear, x.WasValue = 2023, rat("38") }), exact{"38", "", "passes", "was 2023"}},
		{n("41", with("passes", lang.Was, "64"), func(x *lang.Number) {
			x.WasYear, x.WasValue, x.WasBase, x.WasForm = 2023, rat("38"), rat("62"), lang.Share
		}), exact{"38", "62", "%", "was 2023"}},
		{n("41", with("passes", lang.Was, "64"), func(x *lang.Number) {
			x.WasYear, x.WasValue, x.WasBase = 2023, rat("38"), rat("62")
		}), exact{"38", "", "passes", "was 2023"}},
		{n("50", with("%", lang.Was, "64"), func(x *lang.Number) { x.WasYear, x.WasValue, x.WasBase = 2023, rat("25"), rat("40") }), exact{"10", "40", "%", "was 2023"}},
		{n("41", with("", lang.Direction, ""), func(x *lang.Number) { x.WasYear, x.WasValue = 2023, rat("38") }), exact{"41", "", "", "direction, from 38 in 2023"}},
		{lang.Number{Form: lang.Name, Label: "x"}, exact{form: "name"}},
		{lang.Number{}, exact{form: "missing"}},
	} {
		if got := exactly(c.n); got != c.want {
			t.Errorf("%+v: %+v, not %+v", c.n, got, c.want)
		}
	}
}

// Whatever the value is, what is listed is exactly it.
func TestDecimalIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := big.NewRat(rapid.Int64().Draw(t, "num"), rapid.Int64Range(1, 100_000).Draw(t, "den"))
		back, ok := new(big.Rat).SetString(decimal(v))
		if !ok || back.Cmp(v) != 0 {
			t.Fatalf("%s is listed as %s", v, decimal(v))
		}
	})
}
