package survey

// Parts of names of facts that stand behind a question or option. No option can
// be called so.
const (
	AskedMeasure         = "asked"
	NotAskedMeasure      = "not_asked"
	BlankMeasure         = "blank"
	NotApplicableMeasure = "not_applicable"
	ZeroMeasure          = "zero"
	PositiveMeasure      = "positive"
	SumMeasure           = "sum"
	ShareMeasure         = "share"
	CountriesMeasure     = "countries"
	ListMeasure          = "list"
	MissingMeasure       = "missing"
)

// Measures returns all of them, with those of the kinds of offices.
func Measures() []string {
	out := []string{
		AskedMeasure, NotAskedMeasure, BlankMeasure, NotApplicableMeasure, ZeroMeasure, PositiveMeasure, SumMeasure,
		ShareMeasure, CountriesMeasure, ListMeasure, MissingMeasure,
	}
	for _, k := range Kinds() {
		out = append(out, k.Measure())
	}
	return out
}

// Measure is the part of a name of a fact for offices of a kind.
func (k Kind) Measure() string {
	switch k {
	case CountryOffice:
		return "country_offices"
	case RegionalOffice:
		return "regional_offices"
	case Headquarters:
		return "headquarters"
	}
	return "other_offices"
}
