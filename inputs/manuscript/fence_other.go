package manuscript

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"
)

// Bounds of the page, not of the machine.
const (
	maxKeyFigures = 5
	maxStreams    = 3 // columns of a timeline
)

// keyFigures reads a band. The captions are the labels of the facts.
func (y *yamlBlock) keyFigures() doc.Block {
	var in struct {
		ID    strict.Str   `yaml:"id"`
		Title strict.Text  `yaml:"title"`
		Of    []strict.Str `yaml:"of,required"`
	}
	if y.decode(&in) && (len(in.Of) == 0 || len(in.Of) > maxKeyFigures) {
		y.fault("block-figures", source.At(y.base.At.Start), fmt.Sprintf("the band has %d figures", len(in.Of)), fmt.Sprintf("name 1 to %d facts", maxKeyFigures))
	}
	k := &doc.KeyFigures{Base: y.base, Title: y.words(in.Title)}
	for _, f := range in.Of {
		k.Of = append(k.Of, doc.KeyFigure{Stat: y.stat(f)})
	}
	return y.named(k, in.ID)
}

type eventYAML struct {
	Text   strict.Text `yaml:"text,required"`
	Date   strict.Date `yaml:"date"`
	To     strict.Date `yaml:"to"`
	Column int         `yaml:"column"`
	At     source.Span
}

func (y *yamlBlock) timeline() doc.Block {
	var in struct {
		ID     strict.Str              `yaml:"id"`
		Heads  []strict.Text           `yaml:"heads"`
		Months strict.Map[[]eventYAML] `yaml:"months,required"`
	}
	y.decode(&in)
	t := &doc.Timeline{Base: y.base}
	for _, h := range in.Heads {
		t.Heads = append(t.Heads, y.words(h))
	}
	if len(t.Heads) > maxStreams {
		y.fault("block-timeline", in.Heads[maxStreams].At(), fmt.Sprintf("the timeline has %d columns", len(t.Heads)), fmt.Sprintf("use %d at most", maxStreams))
	}
	columns := max(1, len(t.Heads))
	for _, e := range in.Months.Entries {
		name := strict.Str{S: e.Key, At: e.KeyAt, From: e.KeyAt.Start}
		month := doc.Month{Name: y.nested(name).inline(), Columns: make([][]doc.Event, columns)}
		for _, x := range e.Value {
			i := y.column(x, columns)
			month.Columns[i] = append(month.Columns[i], doc.Event{Day: y.day(x), Text: y.words(x.Text), At: x.At})
		}
		t.Months = append(t.Months, month)
	}
	return y.named(t, in.ID)
}

// column is that of an event, from 0.
func (y *yamlBlock) column(e eventYAML, columns int) int {
	if e.Column < 0 || e.Column > columns {
		y.fault("block-timeline", e.At, fmt.Sprintf("the timeline has no column %d", e.Column), fmt.Sprintf("columns are counted from 1 to %d", columns))
		return 0
	}
	return max(e.Column, 1) - 1
}

// day is what stands before an event: "18", or "18–19" for two days of one
// month. Days of two months are left to the words of the event.
func (y *yamlBlock) day(e eventYAML) string {
	switch {
	case e.Date.IsZero():
		if !e.To.IsZero() {
			y.fault("block-timeline", e.To.At, "an event ends that has no date", "add date: …")
		}
		return ""
	case e.To.IsZero() || e.To.Compare(e.Date) == 0:
		return strconv.Itoa(e.Date.D)
	case e.To.Compare(e.Date) < 0:
		y.fault("block-timeline", e.To.At, "the event ends before it begins", "correct one of the two dates")
	case e.To.Y == e.Date.Y && e.To.M == e.Date.M:
		return strconv.Itoa(e.Date.D) + "–" + strconv.Itoa(e.To.D)
	}
	return strconv.Itoa(e.Date.D)
}

func (y *yamlBlock) panel() doc.Block {
	var in struct {
		ID    strict.Str  `yaml:"id"`
		Title strict.Text `yaml:"title"`
		Text  strict.Text `yaml:"text,required"`
	}
	ok := y.decode(&in)
	p := &doc.Panel{Base: y.base, Title: y.words(in.Title)}
	if text, given := y.inLanguage(in.Text); given {
		p.Of = y.nested(text).box()
	}
	if ok && len(p.Of) == 0 {
		y.fault("block-box", source.At(y.base.At.Start), "the box has no text", "write paragraphs under text: |")
	}
	return y.named(p, in.ID)
}

func (y *yamlBlock) signature() doc.Block {
	var in struct {
		Name    strict.Text `yaml:"name,required"`
		Office  strict.Text `yaml:"office"`
		Picture strict.Str  `yaml:"picture"`
	}
	y.decode(&in)
	return &doc.Signature{Base: y.base, Name: y.words(in.Name), Office: y.words(in.Office), Picture: y.image(in.Picture)}
}

func (y *yamlBlock) picture() doc.Block {
	var in struct {
		ID     strict.Str  `yaml:"id"`
		File   strict.Str  `yaml:"file,required"`
		Alt    strict.Text `yaml:"alt,required"`
		Title  strict.Text `yaml:"title"`
		Credit strict.Text `yaml:"credit"`
	}
	if !y.decode(&in) {
		return nil
	}
	p := &doc.Picture{Base: y.base, Title: y.words(in.Title), Credit: y.words(in.Credit), Image: y.image(in.File)}
	alt, _ := y.inLanguage(in.Alt)
	if p.Alt = alt.S; p.Alt == "" {
		y.fault("block-picture", in.Alt.At(), "the picture has no text that stands for it", "say in alt what it shows")
	}
	if p.Image == nil {
		return nil
	}
	return y.named(p, in.ID)
}

// image loads a picture. What is wrong with the file, the loader reports.
func (y *yamlBlock) image(file strict.Str) *doc.Image {
	if file.S == "" || y.o.Picture == nil {
		return nil
	}
	if !fs.ValidPath(file.S) || strings.Contains(file.S, `\`) {
		y.fault("block-picture", file.At, short(file.S)+" is not a file of the edition", "write its path from the folder of the edition, with /")
		return nil
	}
	image, ok := y.o.Picture(file.S, file.At)
	if !ok {
		return nil
	}
	return image
}
