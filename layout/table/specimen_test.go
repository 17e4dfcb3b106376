package table

import (
	"fmt"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/galley"
	"assemble/output/dump"
	"assemble/output/dump/golden"
)

func staff2() *doc.Table {
	return &doc.Table{
		Title: words("Women at the international Professional level, by grade, 2015–2017"),
		Heads: heads("UG", "P‑1", "P‑2", "P‑3", "P‑4", "P‑5", "D‑1–D‑2"),
		Rows: []doc.Row{
			row1("Men", "156", "22", "164", "208", "149", "54", "34"),
			row1("Women", "167", "10", "175", "175", "104", "31", "16"),
			kind(doc.TotalRow, row1("Total in 2017", "323", "32", "339", "383", "253", "85", "50")),
			kind(doc.ShareRow, row1("Percentage of women in 2015", "48%", "46%", "46%", "45%", "39%", "29%", "26%")),
			kind(doc.ShareRow, row1("Percentage of women in 2016", "52%", "38%", "49%", "44%", "40%", "34%", "26%")),
			kind(doc.ShareRow, row1("Percentage of women in 2017", "52%", "31%", "52%", "46%", "41%", "36%", "32%")),
			kind(doc.ShareRow, row1("Change, 2015–2017, percentage points", "+4", "-15", "+6", "+1", "+2", "+7", "+6")),
		},
		Notes: []doc.Note{{Text: words("Without the Director General and the Deputy Director General.")}},
	}
}

func staff1() *doc.Table {
	return &doc.Table{
		Title: words("Men and women at the international Professional level, 2013–2017"),
		Heads: heads("2013", "2014", "2015", "2016", "2017"),
		Rows: []doc.Row{
			row1("Men", "498", "526", "606", "662", "788"),
			row1("Women", "365", "410", "456", "531", "679"),
			kind(doc.TotalRow, row1("Total", "863", "936", "1062", "1193", "1467")),
			kind(doc.ShareRow, row1("Percentage of women", "42%", "44%", "43%", "45%", "46%")),
			kind(doc.ShareRow, row1("Change in percentage points", "—", "—", "+2", "+3", "+4")),
		},
	}
}

func staff4() *doc.Table {
	return &doc.Table{
		Title: words("International and national staff, 2017 and earlier years"),
		Heads: heads("1995", "2005", "2013", "2014", "2015", "2016", "2017"),
		Rows: []doc.Row{
			row1("International Professionals", "222", "667", "863", "936", "1062", "1193", "1467"),
			row1("General Service, National Officers", "1434", "4730", "7601", "8127", "8220", "8991", "9511"),
			kind(doc.TotalRow, row1("Total", "1656", "5397", "8464", "9063", "9282", "10184", "10978")),
			kind(doc.ShareRow, row1("Percentage international", "13%", "12%", "10%", "10%", "11%", "12%", "13%")),
		},
	}
}

func expenditure() *doc.Table {
	money := func(v string) doc.Cell { return doc.Cell{Stat: number(v, "USD", 1)} }
	share := func(v string) doc.Cell { return doc.Cell{Stat: number(v, "%", 2)} }
	t := &doc.Table{
		Title: words("Expenditure"), Unit: words("Millions of United States dollars"),
		Heads: []doc.Head{
			{Text: words("2017"), Period: doc.Reported},
			{Text: words("2016"), Period: doc.Before},
			{Text: words("Difference"), Sub: heads("USD million", "% of total")},
		},
		Rows: []doc.Row{
			{Stub: words("Administrative programme"), Cells: []doc.Cell{money("53.6"), money("46.3"), money("7.3"), share("0.45")}},
			{Stub: words("Operational programmes"), Cells: []doc.Cell{money("1551.8"), money("1556"), money("-4.2"), share("-0.26")}},
			{Kind: doc.TotalRow, Cells: []doc.Cell{money("1605.4"), money("1602.3"), money("3.1"), share("0.19")}},
		},
	}
	note := &doc.Footnote{Name: "rates", Of: []doc.Block{&doc.Paragraph{
		Text: words("Excluding exchange rate differences. Figures in parentheses are decreases."),
	}}}
	t.Rows[2].Stub = []doc.Inline{&doc.Text{S: "Total expenditure for the year"}, note}
	return t
}

func pairs() *doc.Table {
	years := []doc.Head{{Text: words("2017"), Period: doc.Reported}, {Text: words("2016"), Period: doc.Before}}
	half := func(s string) doc.Head {
		return doc.Head{Text: words(s), Sub: append([]doc.Head{{}}, years...)}
	}
	return &doc.Table{
		Title: words("Assisted voluntary return and reintegration: ten leading countries"),
		Unit:  words("Migrants assisted; countries in the order of 2017"),
		Heads: []doc.Head{half("Host or transit country"), half("Country of origin")},
		Rows: []doc.Row{
			row1("1", "Germany", "29522", "54006", "Albania", "7256", "17976"),
			row1("2", "Niger", "6467", "4788", "Iraq", "7096", "12776"),
			row1("3", "Greece", "5655", "6153", "Ethiopia", "4445", "5675"),
			row1("4", "Belgium", "3670", "4117", "Afghanistan", "4158", "7102"),
			row1("5", "Austria", "3546", "4812", "Serbia", "3343", "6978"),
			row1("6", "Djibouti", "2829", "1803", "Ukraine", "3227", "3438"),
			row1("7", "Turkey", "2321", "1196", "The former Yugoslav Republic of Macedonia", "3167", "4986"),
			row1("8", "Yemen", "1942", "2594", "Pakistan", "2999", "1278"),
			row1("9", "Morocco", "1733", "1259", "Russian Federation", "2469", "2058"),
			row1("10", "Netherlands", "1532", "4635", "Georgia", "2270", "1703"),
		},
	}
}

func targets() *doc.Table {
	r := func(goal, name, target, text string) doc.Row {
		out := row1(goal, name, target, text)
		if goal != "" {
			out.Stub = []doc.Inline{&doc.Strong{Of: words(goal)}}
		}
		for i := range out.Cells {
			out.Cells[i] = doc.Cell{Text: words([]string{name, target, text}[i])}
		}
		out.Cells[1].Text = []doc.Inline{&doc.Strong{Of: words(target)}}
		return out
	}
	return &doc.Table{
		Title: words("Sustainable Development Goal targets that bear on migration"),
		Stub:  words("Goal"),
		Heads: heads("", "Target", ""),
		Rows: []doc.Row{
			{Kind: doc.StraddleRow, Stub: words("Specific references")},
			r("4", "Quality education", "4.b", "Scholarships (student mobility)"),
			r("5", "Gender equality", "5.2", "Trafficking (focus on women and girls)"),
			r("8", "Decent work and economic growth", "8.7", "Trafficking"),
			r("", "", "8.8", "Migrant workers’ rights (especially women)"),
			{Kind: doc.StraddleRow, Stub: words("Other entry points")},
			r("10", "Reduced inequalities", "10.7", "Well-managed migration policies"),
			r("", "", "10.c", "Remittances"),
			r("16", "Peace, justice and strong institutions", "16.2", "Trafficking"),
			r("17", "Partnerships for the goals", "17.16", "Global partnerships"),
			r("", "", "17.17", "Public, private and civil society partnerships"),
			r("", "", "17.18", "Data disaggregation (including by migratory status)"),
			r("1", "No poverty", "1.5", "Resilience to climate events and socioeconomic shocks"),
		},
	}
}

// matrix is a matrix of nationalities in small, with two groups of rows.
func matrix(rows int) *doc.Table {
	t := &doc.Table{
		Matrix: true, Title: words("Staff by nationality, grade and sex"), Unit: words("Persons in post."), Stub: words("Nationality"),
		Heads: []doc.Head{
			{Text: words("General Service"), Sub: heads("G‑1", "G‑2", "G‑3")},
			{Text: words("National Officers"), Sub: heads("NO‑A", "NO‑B")},
			{Text: words("UG")},
			{Text: words("Total"), Period: doc.Reported},
			{Text: words("By sex"), Sub: heads("F", "M")},
		},
		Legend: words("G: General Service; NO: National Officer; UG: ungraded. F: women; M: men."),
	}
	names := []string{"Alandia", "Borduria", "Costaguana (Republic of)", "Federated States of Ruritania", "Zubrowka"}
	for i := range rows {
		r := row1(names[i%len(names)], num(i%7), "", num(i*37%211), num(i%3), "", num(i*5%83), num(i*61%1300), num(i%90), num(i*7%91))
		if i%6 == 4 {
			r, r.Muted = row1(names[i%len(names)], "", "", "", "", "", "", "0", "", ""), true
		}
		if i == rows-7 {
			t.Rows = append(t.Rows, doc.Row{Kind: doc.StraddleRow, Stub: words("Observer States, non-member States and other")})
		}
		t.Rows = append(t.Rows, r)
	}
	t.Rows = append(t.Rows, kind(doc.TotalRow, row1("Total", "325", "26", "1883", "469", "206", "2560", "9511", "4452", "5059")))
	return t
}

func num(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// lay sets tables one under the other.
func (b *bench) lay(tables ...*doc.Table) []galley.Box {
	var out []galley.Box
	for i, t := range tables {
		c := b.numbered(fmt.Sprintf("Table %d", i+1))
		c.AfterTable = i > 0
		out = append(out, lay(c, t)...)
	}
	return out
}

// TestSpecimens compares the places of all items, and the structure, with those
// that a person has looked at. LOOK=folder go test writes the same pages as PDF.
func TestSpecimens(t *testing.T) {
	for _, c := range []struct {
		name   string
		tables []*doc.Table
		pages  []int // whose items are compared; none for all
	}{
		{"body", []*doc.Table{targets(), pairs(), expenditure()}, nil},
		{"staff", []*doc.Table{staff1(), staff2(), staff4()}, nil},
		{"matrix", []*doc.Table{matrix(64)}, []int{1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			boxes := b.lay(c.tables...)
			b.check(t, boxes)
			b.look(t, c.name, boxes)
			book := b.book(boxes)
			golden.Check(t, c.name+".txt", []byte(dump.Sums(book)+dump.Trace(book, nil, c.pages...)))
		})
	}
}

// TestTags compares the structure of a table with spanners, empty heads and a
// note.
func TestTags(t *testing.T) {
	b := newBench(t)
	boxes := b.lay(expenditure(), staff1())
	tags, err := dump.Tags(b.book(boxes))
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "tags.txt", []byte(tags))
}
