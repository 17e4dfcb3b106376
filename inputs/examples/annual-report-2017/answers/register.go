package main

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/strict"
	"assemble/inputs/world"
)

// office is one office of the register. Level is how much it does: those that do
// much answer yes more often.
type office struct {
	code, name, kind, country, region, from, to string
	level                                       int
}

// The kinds of offices.
const (
	anyKind  = ""
	country  = "country-office"
	regional = "regional-office"
	quarters = "headquarters"
	another  = "other"
)

// regions are the regions with the countries that have an office.
var regions = []struct{ name, code, countries string }{
	{"West and Central Africa", "WCA", "BEN BFA CMR CAF TCD COG CIV GAB GMB GHA GIN GNB LBR MLI MRT NER NGA SEN SLE TGO"},
	{"East Africa", "EAF", "BDI DJI ERI ETH KEN RWA SOM SSD UGA TZA"},
	{"Southern Africa", "SAF", "AGO BWA COD LSO MDG MWI MUS MOZ NAM ZAF SWZ ZMB ZWE"},
	{"Middle East and North Africa", "MNA", "DZA BHR EGY IRQ JOR KWT LBN LBY MAR SAU SDN SYR TUN YEM"},
	{"Central and South America", "CSA", "ARG BOL BRA CHL COL ECU GUY PRY PER URY VEN"},
	{"North America and the Caribbean", "NAC", "CRI CUB DOM SLV GTM HTI HND JAM MEX NIC PAN TTO USA CAN BLZ"},
	{"Asia and the Pacific", "ASP", "AFG AUS BGD KHM CHN FSM IDN IRN JPN LAO MYS MNG MMR NPL PAK PNG PHL KOR LKA THA TLS VUT VNM MHL SLB IND"},
	{"South-Eastern Europe and Central Asia", "SEC", "ALB ARM AZE BLR BIH GEO KAZ KGZ MDA MNE RUS SRB TJK MKD TUR TKM UKR UZB"},
	{"Western and Central Europe", "WCE", "AUT BEL BGR HRV CZE EST FIN FRA DEU GRC HUN ITA LTU POL PRT SVK"},
}

// others are offices that stand for no country of their own.
var others = []office{
	{code: "HQ", name: "Headquarters", kind: quarters},
	{code: "AC-1", name: "First Administrative Centre", kind: another, region: "Asia and the Pacific"},
	{code: "AC-2", name: "Second Administrative Centre", kind: another, region: "Central and South America"},
	{code: "LO-ADD", name: "Liaison Office to a union of States", kind: another, region: "East Africa"},
	{code: "LO-NYC", name: "Liaison Office to the United Nations", kind: another, region: "North America and the Caribbean"},
	{code: "SO-1", name: "Sub-office on an island", kind: another, region: "Western and Central Europe", from: "2017-03-01"},
	{code: "TC-1", name: "Training Centre", kind: another, region: "Southern Africa", to: "2016-12-31"},
}

// register returns the offices by code.
func register() []office {
	table, err := world.Load()
	if err != nil {
		panic(err)
	}
	view := table.At(strict.Date{Y: 2017, M: 12, D: 31})
	var out []office
	for i, r := range regions {
		out = append(out, office{code: "RO-" + r.code, name: "Regional Office for " + r.name, kind: regional, region: r.name, level: 30})
		for j, c := range strings.Fields(r.countries) {
			name := view.Name(c, "en", world.Prose)
			if name == "" {
				panic(c)
			}
			out = append(out, office{code: "CO-" + c, name: "Country Office in " + name, kind: country, country: c, region: r.name, level: (7*i + 13*j) % 60})
		}
	}
	out = append(out, others...)
	slices.SortFunc(out, func(a, b office) int { return strings.Compare(a.code, b.code) })
	return out
}

// open reports whether an office exists at the end of a year.
func (o office) open(year int) bool {
	day := fmt.Sprintf("%d-12-31", year)
	return (o.from == "" || o.from <= day) && (o.to == "" || o.to >= day)
}

func registerCSV() []byte {
	rows := [][]string{{"office", "name", "kind", "country", "region", "from", "to"}}
	for _, o := range register() {
		rows = append(rows, []string{o.code, o.name, o.kind, o.country, o.region, o.from, o.to})
	}
	return toCSV(rows)
}
