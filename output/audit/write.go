package audit

import (
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
)

// columns are the heads of the list.
const columns = "page sheet part paragraph element block cell printed value base unit form key method of from source written"

// Write lists the figures printed in a book. The document that it was laid out
// from tells their exact values, the ledger where they came from, and files the
// names of the files.
func Write(w io.Writer, b *frame.Book, d *doc.Document, ledger source.Ledger, files *source.Files) error {
	t := &trail{figures: newFigures(d), places: newPlaces(b, d), open: map[frame.ElemID]*printed{}}
	t.read(b)
	o := newOrigins(ledger, files)
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(strings.Fields(columns)); err != nil {
		return err
	}
	for _, p := range t.out {
		n, _ := t.figures.find(p.call, p.text)
		x, from := exactly(n), o.of(p.call)
		line := []string{
			b.Pages[p.page].Folio, strconv.Itoa(p.page + 1), p.place.part, p.place.paragraph, p.place.element, p.place.block, t.places.cell(p.place.elem),
			p.text, x.value, x.base, x.unit, x.form, string(p.key), from.method, from.of, from.from, from.source, Lines([]source.Span{source.At(p.at)}, o.files),
		}
		for i := range line {
			line[i] = safe(line[i])
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

var (
	number   = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
	fraction = regexp.MustCompile(`^-?[0-9]+/[0-9]+$`)
)

// safe is a cell that a spreadsheet leaves as it is: on one line, and with an
// apostrophe where it would be taken for a formula or a date.
func safe(cell string) string {
	cell = plain(strings.ToValidUTF8(cell, "\uFFFD"))
	if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) && !number.MatchString(cell) || fraction.MatchString(cell) {
		return "'" + cell
	}
	return cell
}
