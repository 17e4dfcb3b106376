package inputs

import (
	"slices"

	"assemble/inputs/survey"
	"assemble/inputs/world"
)

// surveyNames puts offices and countries into words, in the order of the
// language. Names are sorted once, because every option has its lists.
type surveyNames struct {
	office  map[string]rankedName
	country map[string]rankedName
}

type rankedName struct {
	rank int
	name string
}

func (in *Inputs) surveyNames(y *survey.Year) surveyNames {
	n := surveyNames{map[string]rankedName{}, map[string]rankedName{}}
	all := slices.Clone(y.Offices.All())
	collate := in.Lang.Collator()
	slices.SortStableFunc(all, func(a, b survey.Office) int { return collate(a.Name, b.Name) })
	var countries []string
	for i, o := range all {
		n.office[o.Code] = rankedName{i, o.Name}
		if o.Country != "" {
			countries = append(countries, o.Country)
		}
	}
	slices.Sort(countries)
	countries = slices.Compact(countries)
	view := in.World.At(y.Day)
	view.Sort(in.Tag(), countries)
	for i, c := range countries {
		n.country[c] = rankedName{i, view.Name(c, in.Tag(), world.Prose)}
	}
	return n
}

func (n surveyNames) offices(list []survey.Office) []string {
	out := make([]rankedName, 0, len(list))
	for _, o := range list {
		out = append(out, n.office[o.Code])
	}
	return inOrder(out)
}

func (n surveyNames) countries(codes []string) []string {
	out := make([]rankedName, 0, len(codes))
	for _, c := range codes {
		out = append(out, n.country[c])
	}
	return inOrder(out)
}

func inOrder(list []rankedName) []string {
	slices.SortFunc(list, func(a, b rankedName) int { return a.rank - b.rank })
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = x.name
	}
	return out
}
