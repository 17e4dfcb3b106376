package manuscript

import (
	"fmt"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"
)

type chartYAML struct {
	ID         strict.Str    `yaml:"id"`
	Kind       strict.Str    `yaml:"kind,required"`
	Title      strict.Text   `yaml:"title,required"`
	Unit       strict.Text   `yaml:"unit"`
	Of         strict.Str    `yaml:"of"`
	Series     []seriesYAML  `yaml:"series"`
	Categories []strict.Text `yaml:"categories"`
	Base       strict.Str    `yaml:"base"`
	Note       strict.Text   `yaml:"note"`
	Source     strict.Text   `yaml:"source"`
	Alt        strict.Text   `yaml:"alt"`
}

type seriesYAML struct {
	Label strict.Text  `yaml:"label"`
	Facts []strict.Str `yaml:"facts,required"`
	At    source.Span
}

func chartKinds() []word[doc.ChartKind] {
	return []word[doc.ChartKind]{{"bars", doc.Bars}, {"grouped-bars", doc.GroupedBars}, {"stacked", doc.StackedBars}, {"line", doc.Lines}}
}

// chart reads a chart. Its values are names of facts, or a question of the
// survey; categories follow from their labels unless they are written out.
func (y *yamlBlock) chart() doc.Block {
	var in chartYAML
	ok := y.decode(&in)
	c := &doc.Chart{
		Base:  y.base,
		Kind:  choose(y.reading, in.Kind, "chart-kind", "a kind of chart", doc.Bars, chartKinds()),
		Title: y.words(in.Title), Unit: y.words(in.Unit), Source: y.words(in.Source),
	}
	for _, t := range in.Categories {
		c.Categories = append(c.Categories, y.words(t))
	}
	if note := y.words(in.Note); len(note) > 0 {
		c.Notes = append(c.Notes, note)
	}
	if alt, ok := y.inLanguage(in.Alt); ok {
		c.Alt = alt.S
	}
	if in.Base.S != "" {
		c.Denom = y.stat(in.Base)
	}
	if ok && in.Of.S == "" && len(in.Series) == 0 {
		y.fault("chart-values", source.At(y.base.At.Start), "the chart has no values", "add of: with a question of the survey, or series: with facts")
	}
	y.values(c, in)
	return y.named(c, in.ID)
}

// values reads what the bars stand for.
func (y *yamlBlock) values(c *doc.Chart, in chartYAML) {
	switch {
	case in.Of.S != "" && len(in.Series) > 0:
		y.fault("chart-values", in.Of.At, "of and series stand in one chart", "keep one of the two")
	case in.Of.S != "" && !factName.MatchString(in.Of.S):
		y.fault("fact-name", in.Of.At, short(in.Of.S)+" is not the name of a question", "write survey. and the code of the question")
	case in.Of.S != "":
		c.Of = in.Of.S
	}
	want := len(in.Categories)
	for i, s := range in.Series {
		row := doc.Series{Label: y.words(s.Label)}
		for _, f := range s.Facts {
			row.Values = append(row.Values, y.stat(f))
		}
		if want == 0 {
			want = len(s.Facts)
		}
		if len(s.Facts) != want {
			y.fault("chart-values", s.At, fmt.Sprintf("the series has %d facts where %d are wanted", len(s.Facts), want), "give one for each category")
		}
		if len(in.Series) > 1 && len(row.Label) == 0 {
			y.fault("chart-values", s.At, fmt.Sprintf("series %d has no label", i+1), "add label: …")
		}
		c.Series = append(c.Series, row)
	}
}
