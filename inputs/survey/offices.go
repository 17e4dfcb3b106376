package survey

import (
	"regexp"
	"slices"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/table"
	"assemble/inputs/world"
)

// Kind is a kind of office.
type Kind string

// The kinds. AnyKind is none of them: it stands in a Query for all.
const (
	AnyKind        Kind = ""
	CountryOffice  Kind = "country-office"
	RegionalOffice Kind = "regional-office"
	Headquarters   Kind = "headquarters"
	OtherOffice    Kind = "other"
)

// Kinds returns all kinds.
func Kinds() []Kind { return []Kind{CountryOffice, RegionalOffice, Headquarters, OtherOffice} }

// Office is one line of the register of offices.
type Office struct {
	Code    string
	Name    string
	Kind    Kind
	Country string      // alpha-3; "" for one that stands for none
	Region  string      // as the organization divides the world; "" for none
	From    strict.Date // its first day; none: always
	To      strict.Date // its last day; none: to this day
	Line    int32
}

// Open reports whether the office exists on a day.
func (o Office) Open(day strict.Date) bool {
	return (o.From.IsZero() || day.Compare(o.From) >= 0) && (o.To.IsZero() || day.Compare(o.To) <= 0)
}

// Offices is the register of offices.
type Offices struct {
	File   source.FileID
	list   []Office // by code
	byCode map[string]int
}

// MaxOffices bounds the register. The largest organizations have some hundreds.
const MaxOffices = 20_000

// OfficeLayout is the layout of the register of offices.
func OfficeLayout() table.Layout {
	return table.Layout{Area: "survey", Columns: []string{"office", "name", "kind", "country", "region", "from", "to"}, MaxRows: MaxOffices}
}

// Columns of the register of offices.
const (
	officeColumn = iota
	nameColumn
	kindColumn
	countryColumn
	regionColumn
	fromColumn
	toColumn
)

// officeCode is what offices are called.
var officeCode = regexp.MustCompile(`^[A-Za-z0-9]+([-_./][A-Za-z0-9]+)*$`)

// maxCode bounds a code: it must fit a line of a message.
const maxCode = 60

// maxName bounds the name of an office.
const maxName = 200

// ReadOffices reads the register of offices, registered as file. Rows with a
// fault are reported and left out.
func ReadOffices(text []byte, file source.FileID, states *world.Table, r *source.Reporter) *Offices {
	nations := map[string]bool{}
	for _, code := range states.Codes() {
		nations[code] = true
	}
	var list []Office
	seen := map[string]int32{}
	OfficeLayout().Read(text, file, r, func(x *table.Row) {
		o, ok := readOffice(x, nations, states)
		if first := seen[strings.ToLower(o.Code)]; first > 0 {
			x.Twice("the office "+table.Excerpt(o.Code), first)
			ok = false
		}
		if ok {
			seen[strings.ToLower(o.Code)] = x.Line()
			list = append(list, o)
		}
	})
	return NewOffices(file, list)
}

// NewOffices makes a register of offices, whose codes differ.
func NewOffices(file source.FileID, list []Office) *Offices {
	g := &Offices{File: file, list: slices.Clone(list), byCode: make(map[string]int, len(list))}
	slices.SortFunc(g.list, func(a, b Office) int { return strings.Compare(a.Code, b.Code) })
	for i, o := range g.list {
		g.byCode[o.Code] = i
	}
	return g
}

// officeRow reads one row.
type officeRow struct {
	*table.Row
	ok bool
}

func (x *officeRow) unknown(kind string, column int, what string, names []string, fix string) {
	x.Unknown(kind, column, what, names, fix)
	x.ok = false
}

func readOffice(row *table.Row, nations map[string]bool, states *world.Table) (Office, bool) {
	x := &officeRow{row, true}
	o := Office{
		Code: x.Cell(officeColumn), Name: strings.TrimSpace(table.Unguard(x.Cell(nameColumn))), Kind: Kind(x.Cell(kindColumn)),
		Country: x.Cell(countryColumn), Region: strings.TrimSpace(table.Unguard(x.Cell(regionColumn))), Line: x.Line(),
	}
	if !IsOfficeCode(o.Code) {
		x.unknown("office", officeColumn, "is not the code of an office", nil, "write letters and digits, parted by hyphens: GHA-ACC")
	}
	if o.Name == "" || len(o.Name) > maxName || len(o.Region) > maxName {
		x.unknown("name", nameColumn, "is not the name of an office", nil, "write the name that is printed in lists")
	}
	if !slices.Contains(Kinds(), o.Kind) {
		x.unknown("kind", kindColumn, "is not a kind of office", kindNames(), "write one of "+strings.Join(kindNames(), ", "))
	}
	if o.Country != "" && !nations[o.Country] {
		fix := "write the alpha-3 code of ISO 3166, or nothing"
		if code, found := states.Find(o.Country); found {
			fix = "write " + code
		}
		x.unknown("country", countryColumn, "is not the code of a country", states.Codes(), fix)
	}
	o.From, o.To = x.day(fromColumn), x.day(toColumn)
	if !o.From.IsZero() && !o.To.IsZero() && o.To.Compare(o.From) < 0 {
		x.unknown("date", toColumn, "is before the day on which the office was opened", nil, "correct one of the two")
	}
	return o, x.ok
}

func (x *officeRow) day(column int) strict.Date {
	if x.Cell(column) == "" {
		return strict.Date{}
	}
	d, isDate := strict.ParseDate(x.Cell(column))
	if !isDate {
		x.unknown("date", column, "is not a date", nil, "write year, month and day of a day that exists: 2017-12-31")
	}
	return d
}

// IsOfficeCode reports whether a text can be the code of an office.
func IsOfficeCode(text string) bool { return len(text) <= maxCode && officeCode.MatchString(text) }

func kindNames() []string {
	var names []string
	for _, k := range Kinds() {
		names = append(names, string(k))
	}
	return names
}

// All returns all offices by code.
func (g *Offices) All() []Office { return g.list }

// Lookup returns the office of a code.
func (g *Offices) Lookup(code string) (Office, bool) {
	i, ok := g.byCode[code]
	if !ok {
		return Office{}, false
	}
	return g.list[i], true
}

// Place is the whole register.
func (g *Offices) Place() source.Span { return source.At(source.Pos{File: g.File}) }

// Text is the register as it is written in an edition.
func (g *Offices) Text() []byte {
	rows := make([][]string, 0, len(g.list))
	for _, o := range g.list {
		rows = append(rows, []string{o.Code, table.Guard(o.Name), string(o.Kind), o.Country, table.Guard(o.Region), o.From.String(), o.To.String()})
	}
	return OfficeLayout().Write(rows)
}
