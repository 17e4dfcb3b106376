package xlsx

import (
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/lang"

	"github.com/xuri/excelize/v2"
)

// A sheet as it is seen; but that excelize shows a hidden 0.
func TestSheetIsSeen(t *testing.T) {
	f := open(t, write(t, document(annex("IV", "Staff", staff()))))
	want := `Annex IV. Staff by grade
Persons
a (C15). Without the gauge keeper.
b (E12). Counted on the last day.
G: General Service.
Not applicable (E17:F17).
Not available (E15).
Not computed (F13, F14).
Withheld to protect persons (D14).
A cell of figures that shows nothing holds the number 0.
Source: staff list.
Group | Place | General Service G-1 | General Service G-2 | Women (%) | Change points
North | Borduria | 1,234 | 0 | 33
North | Syldavia | 0 | · | 25
South | =1+1 | 2 | -1 | · | -4
· | Total | 1,236 | 7 | 50 | 0
· | Share of women (%) | 50 | 12.5
`
	if got := show(t, f, "Annex IV"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	want = `Annual Report for 2024
Organization for Mountain Passes, Assembly, A/17/5, 19 May 2025
Contents
Annex IV. Staff by grade
`
	if got := show(t, f, "Contents"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Raw values are what other programs reckon with.
func TestNumbersAreNumbers(t *testing.T) {
	f := open(t, write(t, document(annex("IV", "Staff", staff()))))
	for cell, want := range map[string]string{
		"C13": "1234", "D13": "0", "E13": "33.3333333333333", "F13": "", "C14": "0", "D14": "", "E14": "25", "F15": "-4", "F16": "0",
		"C17": "50", "D17": "12.5",
	} {
		got, err := f.GetCellValue("Annex IV", cell, excelize.Options{RawCellValue: true})
		if err != nil || got != want {
			t.Errorf("%s holds %q, not %q: %v", cell, got, want, err)
		}
		kind, err := f.GetCellType("Annex IV", cell)
		if err != nil || want != "" && kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
			t.Errorf("%s is of type %d: %v", cell, kind, err)
		}
	}
}

func TestForms(t *testing.T) {
	for _, c := range []struct {
		stat           *doc.Stat
		value, display string
	}{
		{stat("1234567"), "1234567", "1,234,567"},
		{stat("12.50"), "12.5", "12.5"},
		{stat("1/3"), "0.333333333333333", "0.33"},
		{stat("-1234"), "-1234", "-1,234"},
		{stat("4", signed), "4", "+4"},
		{stat("0", signed), "0", "+0"}, // excelize shows 0 by the first format, spreadsheets by the third
		{stat("42510000", unit("EUR"), in(lang.Million)), "42.51", "42.5"},
		{stat("84300", in(lang.Thousand)), "84.3", "84.3"},
		{stat("2", of("3")), "66.6666666666667", "67%"},
		{stat("9.6", unit(lang.Percent)), "9.6", "9.6%"},
		{stat("9.6", unit(lang.Percent), in(lang.Share)), "9.6", "9.6%"},
		{stat("-15", unit(lang.Points), signed), "-15", "-15"},
		{stat("999999999999999"), "999999999999999", "999,999,999,999,999"},
		{stat("1000000000000000"), "1 000 000 000 000 000", "1 000 000 000 000 000"},
		{stat("10000000000000000000000/7"), "1 428 571 428 571 428 571 428.57", "1 428 571 428 571 428 571 428.57"},
		{stat("19", in(lang.Ordinal)), "19th", "19th"},
		{stat("12", in(lang.Words)), "twelve", "twelve"},
		{stat("5", of("0")), "", ""},
		{&doc.Stat{Hole: true}, "[…]", "[…]"},
	} {
		// A count beside it keeps the column from being one of shares.
		table := &doc.Table{Stub: doc.Words("s"), Heads: []doc.Head{{Text: doc.Words("h")}}, Rows: []doc.Row{
			{Stub: doc.Words("a"), Cells: []doc.Cell{{Stat: c.stat}}},
			{Stub: doc.Words("b"), Cells: []doc.Cell{cellOf("1"), cellOf("1")}[:1]},
		}}
		f := open(t, write(t, document(annex("I", "Forms", table))))
		raw, _ := f.GetCellValue("Annex I", "B3", excelize.Options{RawCellValue: true})
		seen, _ := f.GetCellValue("Annex I", "B3")
		stub, _ := f.GetCellValue("Annex I", "A3")
		if strings.HasSuffix(stub, "(%)") {
			seen += "%"
		}
		if raw != c.value || seen != c.display {
			t.Errorf("%v in form %d holds %q and shows %q, not %q and %q", c.stat.Number.Value, c.stat.Number.Form, raw, seen, c.value, c.display)
		}
	}
}

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		places int
		signed bool
		suffix string
		want   string
	}{
		{0, false, "", "#,##0"},
		{2, false, "", "#,##0.00"},
		{1, false, "%", `#,##0.0"%"`},
		{0, true, "", "+#,##0;-#,##0;#,##0"},
	} {
		if got := format(c.places, c.signed, c.suffix); got != c.want {
			t.Errorf("%s, not %s", got, c.want)
		}
	}
}

// Decimals are those of print: the most of a column, for each kind of unit.
func TestDecimalsOfAColumn(t *testing.T) {
	table := &doc.Table{Stub: doc.Words("s"), Heads: []doc.Head{{Text: doc.Words("h")}, {Text: doc.Words("Share in %")}, {Text: doc.Words("n")}}, Rows: []doc.Row{
		{Stub: doc.Words("a"), Cells: []doc.Cell{cellOf("21.4"), cellOf("1", of("3")), cellOf("5")}},
		{Stub: doc.Words("b"), Cells: []doc.Cell{cellOf("3"), cellOf("9.25", unit(lang.Percent)), cellOf("6")}},
		{Stub: doc.Words("c"), Cells: []doc.Cell{cellOf("1", of("2")), {Text: []doc.Inline{stat("7", of("8"))}}, cellOf("7")}},
	}}
	f := open(t, write(t, document(annex("I", "Decimals", table))))
	want := "Annex I. Decimals\ns | h | Share in % | n\na | 21.4 | 33.33 | 5\nb | 3.0 | 9.25 | 6\nc | 50% | 87.50 | 7\n"
	if got := show(t, f, "Annex I"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The unit of shares is named once: in the line above, in the head, or in the
// stub where the column has another.
func TestUnitOfShares(t *testing.T) {
	table := func(unit, head string) *doc.Table {
		return &doc.Table{Unit: doc.Words(unit), Stub: doc.Words("s"), Heads: []doc.Head{{Text: doc.Words(head)}}, Rows: []doc.Row{
			{Stub: doc.Words("a"), Cells: []doc.Cell{cellOf("1", of("2"))}},
			{Kind: doc.ShareRow, Stub: doc.Words("b"), Cells: []doc.Cell{cellOf("3", of("4"))}},
		}}
	}
	for _, c := range []struct{ unit, head, want string }{
		{"", "Share", "s | Share (%)\n"},
		{"", "% of all", "s | % of all\n"},
		{"% of all", "Share", "s | Share\n"},
	} {
		got := show(t, open(t, write(t, document(annex("I", "Shares", table(c.unit, c.head))))), "Annex I")
		if want := c.want + "a | 50\nb | 75\n"; !strings.HasSuffix(got, want) {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// Where print names the million beside each number, the number is whole.
func TestScaleNamedBesideNumbers(t *testing.T) {
	l := lang.For("en")
	p := l.Profile(lang.InTable)
	p.Bare = false
	s := &sheet{lang: l.With(map[lang.Place]lang.Profile{lang.InTable: p})}
	if n, ok := s.number(stat("1500000", in(lang.Million))); !ok || n.value != 1_500_000 {
		t.Errorf("%v, %v", n.value, ok)
	}
}

func TestCells(t *testing.T) {
	var many []place
	for i := range 14 {
		many = append(many, place{2 * i, 0})
	}
	for _, c := range []struct {
		at   []place
		want string
	}{
		{nil, ""},
		{[]place{{0, 0}}, "A5"},
		{[]place{{2, 3}, {1, 1}, {1, 2}, {2, 2}, {2, 6}}, "B6:C6, C7:D7, G7"},
		{many, "A5, A7, A9, A11, A13, A15, A17, A19, A21, A23, A25, A27 …"},
	} {
		if got := cells(c.at, 5); got != c.want {
			t.Errorf("%v: %q, not %q", c.at, got, c.want)
		}
	}
}

// A note in a title has no cell of its own.
func TestNoteInTitle(t *testing.T) {
	table := staff()
	table.Title = append(table.Title, &doc.Footnote{Of: []doc.Block{&doc.Paragraph{Text: doc.Words("Provisional.")}}})
	got := show(t, open(t, write(t, document(annex("I", "Staff", table)))), "Annex I")
	if !strings.Contains(got, "\nb. Provisional.\nc (E13). Counted on the last day.\n") {
		t.Errorf("got\n%s", got)
	}
}

func TestHeadsAreNamedAndUnlike(t *testing.T) {
	table := &doc.Table{Heads: []doc.Head{
		{Text: doc.Words("2017")},
		{Text: doc.Words("2017")},
		{},
		{Sub: []doc.Head{{Text: doc.Words("Women")}, {Text: doc.Words("women")}}},
	}, Rows: []doc.Row{{Cells: []doc.Cell{cellOf("1"), cellOf("2"), cellOf("3"), cellOf("4"), cellOf("5")}}}}
	data := write(t, document(annex("I", "Heads", table)))
	if got, want := show(t, open(t, data), "Annex I"), "Annex I. Heads\nColumn 1 | 2017 | 2017 (2) | Column 4 | Women | women (2)\n· | 1 | 2 | 3 | 4 | 5\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := part(t, data, "xl/tables/table1.xml"), `<tableColumn id="3" name="2017 (2)">`; !strings.Contains(got, want) {
		t.Errorf("no %s in %s", want, got)
	}
}

// A stub without a printed head is named by what it lists; only without either
// by its place.
func TestStubHead(t *testing.T) {
	for _, c := range []struct{ stub, entries, want string }{
		{"Nationality", "Indicator", "Nationality"},
		{"", "Indicator", "Indicator"},
		{"", "", "Column 1"},
	} {
		s := &sheet{lang: lang.For("en")}
		err := s.read(&doc.Table{Stub: doc.Words(c.stub), Entries: c.entries, Heads: []doc.Head{{Text: doc.Words("2017")}}}, "A title")
		if err != nil || s.heads[0] != c.want {
			t.Errorf("%+v: %q, %v", c, s.heads, err)
		}
	}
}
