package survey

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/table"
	"assemble/inputs/world"
)

// registerHeads are what the columns of a register can be called, in the order
// of OfficeLayout.
var registerHeads = []string{
	"office|code|office code|code du bureau|código", "name|office name|nom|nombre", "kind|type|office type|kind of office|type de bureau|tipo",
	"country|pays|país", "region|région|región", "from|open from|opened|since", "to|until|closed",
}

// kindNames are what people call the kinds of offices.
var kindWords = map[Kind]string{
	CountryOffice:  "country-office|country office|co|bureau de pays|bureau pays|oficina en el país",
	RegionalOffice: "regional-office|regional office|ro|bureau régional|oficina regional",
	Headquarters:   "headquarters|hq|siège|sede",
	OtherOffice:    "other|other office|sub-office|sub office|liaison office|special liaison office|autre|otra",
}

// ReadRegister reads a register of offices from a workbook or a text, whose first
// row names the columns: code, name and kind, and as far as there are country,
// region, first and last day. Countries may be named or coded.
func ReadRegister(b *sheet.Book, states *world.Table, r *source.Reporter) *Offices {
	x := &registerReader{states: states, r: r, seen: map[string]int{}}
	s := b.Sheets()[0]
	x.sheet = s
	for row := range s.Rows() {
		if x.columns == nil {
			if !x.heads(row) {
				return NewOffices(s.File, nil)
			}
			continue
		}
		if len(x.list) == MaxOffices {
			r.Error("survey-rows", source.At(s.Pos(row.N, 0)), fmt.Sprintf("the register has more than %d offices", MaxOffices), "check that it is the right file")
			break
		}
		x.row(row)
	}
	if len(x.list) == 0 && !r.Failed() {
		r.Error("survey-empty", source.At(s.Pos(0, 0)), "the register has no offices", "check that it is the right file")
	}
	return NewOffices(s.File, x.list)
}

type registerReader struct {
	sheet   *sheet.Sheet
	states  *world.Table
	r       *source.Reporter
	columns []int // of the heads, in the order of OfficeLayout; 0 for none
	list    []Office
	seen    map[string]int
}

// heads finds the columns by the first row.
func (x *registerReader) heads(row *sheet.Row) bool {
	x.columns = make([]int, len(registerHeads))
	for i := range row.Cells {
		for k, names := range registerHeads {
			if x.columns[k] == 0 && isOne(head(cellText(&row.Cells[i])), names) {
				x.columns[k] = i + 1
				break
			}
		}
	}
	for k, name := range OfficeLayout().Columns[:3] {
		if x.columns[k] == 0 {
			x.r.Error("survey-columns", source.At(x.sheet.Pos(row.N, 0)), "the register has no column "+name, "name the columns "+strings.Join(OfficeLayout().Columns, ", ")+" in the first row")
			return false
		}
	}
	return true
}

func (x *registerReader) row(row *sheet.Row) {
	ok := true
	text := func(column int) string {
		if x.columns[column] == 0 {
			return ""
		}
		return strings.Join(strings.Fields(cellText(row.Cell(x.columns[column]))), " ")
	}
	fault := func(kind string, column int, what string, names []string, fix string) {
		ok = false
		t := table.Excerpt(text(column))
		x.r.Add(source.Diagnostic{
			Code: source.Code("survey-" + kind), At: source.At(x.sheet.Pos(row.N, x.columns[column])), Excerpt: t, Replace: source.Nearest(t, names),
			Message: fmt.Sprintf("%q %s", t, what), Fix: fix,
		})
	}
	o := Office{Code: text(officeColumn), Name: text(nameColumn), Region: text(regionColumn)}
	if o.Code == "" && o.Name == "" {
		return
	}
	if !IsOfficeCode(o.Code) {
		fault("office", officeColumn, "is not the code of an office", nil, "write letters and digits, parted by hyphens: GHA-ACC")
	} else if first := x.seen[strings.ToLower(o.Code)]; first > 0 {
		fault("twice", officeColumn, fmt.Sprintf("stands in row %d too", first), nil, "keep one of the two rows")
	}
	x.seen[strings.ToLower(o.Code)] = row.N
	if o.Name == "" || len(o.Name) > maxName {
		fault("name", nameColumn, "is not the name of an office", nil, "write the name that is printed in lists")
	}
	if o.Kind = kindOf(text(kindColumn)); o.Kind == AnyKind {
		fault("kind", kindColumn, "is not a kind of office", kindNames(), "write one of "+strings.Join(kindNames(), ", "))
	}
	if name := text(countryColumn); name != "" {
		var found bool
		if o.Country, found = x.states.Find(name); !found {
			fault("country", countryColumn, "is not a country", nil, "write its name or its alpha-3 code of ISO 3166, or nothing")
		}
	}
	for _, d := range []struct {
		column int
		day    *strict.Date
	}{{fromColumn, &o.From}, {toColumn, &o.To}} {
		if x.columns[d.column] != 0 && !x.day(row.Cell(x.columns[d.column]), d.day) {
			fault("date", d.column, "is not a date, or one of two", nil, "write year, month and day: 2017-12-31")
		}
	}
	if ok && !o.From.IsZero() && !o.To.IsZero() && o.To.Compare(o.From) < 0 {
		fault("date", toColumn, "is before the day on which the office was opened", nil, "correct one of the two")
	}
	if ok {
		x.list = append(x.list, o)
	}
}

func (x *registerReader) day(c *sheet.Cell, out *strict.Date) bool {
	d := c.Day
	if c.Kind != sheet.Date {
		if c.Blank() {
			return true
		}
		r, ok := sheet.ParseDate(cellText(c))
		if !ok || r.Ambiguous() {
			return false
		}
		d = r.Day
	}
	*out = strict.Date{Y: int(d.Year), M: int(d.Month), D: int(d.Day)}
	return true
}

func kindOf(text string) Kind {
	i := slices.IndexFunc(Kinds(), func(k Kind) bool { return isOne(head(text), kindWords[k]) })
	if i < 0 {
		return AnyKind
	}
	return Kinds()[i]
}
