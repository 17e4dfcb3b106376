package xlsx

import (
	"fmt"
	"io"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"

	"github.com/xuri/excelize/v2"
)

// book is a workbook being written.
type book struct {
	file     *excelize.File
	styles   *styles
	contents string // name of the first sheet
	lines    int    // of it
}

// newBook begins a workbook with the sheet that lists the others.
func newBook(d *doc.Document, l *lang.Table, contents string) (*book, error) {
	b := &book{file: excelize.NewFile(), contents: contents}
	b.styles = &styles{file: b.file, known: map[look]int{}}
	s := &sheet{lang: l}
	title := s.text(d.Cover.Title)
	if err := b.file.SetSheetName(b.file.GetSheetName(0), contents); err != nil {
		return nil, err
	}
	if err := b.properties(d, title); err != nil {
		return nil, err
	}
	for _, line := range []struct {
		text string
		look look
	}{
		{title, look{bold: true, large: true}},
		{s.text(doc.Words(strings.Join(filled(d.Cover.Organization, d.Cover.Organ, d.Cover.Symbol, d.Cover.Date), ", "))), look{}},
		{l.Strings().Contents, look{bold: true}},
	} {
		if line.text == "" {
			continue
		}
		if err := b.line(contents, b.lines+1, line.text, line.look); err != nil {
			return nil, err
		}
		b.lines++
	}
	if err := b.file.SetColWidth(contents, "A", "A", 100); err != nil {
		return nil, err
	}
	return b, b.paper(contents, false)
}

func filled(words ...string) (out []string) {
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// properties says what the file is. Its dates are that of the edition, and
// nobody's name but that of the organization stands in it.
func (b *book) properties(d *doc.Document, title string) error {
	p := &excelize.DocProperties{
		Title: title, Subject: d.Cover.Symbol, Creator: d.Cover.Organization, LastModifiedBy: d.Cover.Organization, Language: d.Lang,
	}
	if d.Cover.Created != "" {
		p.Created = d.Cover.Created + "T00:00:00Z"
		p.Modified = p.Created
	}
	if err := b.file.SetDocProps(p); err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "assemble"})
}

// add writes a sheet and lists it.
func (b *book) add(s *sheet) error {
	if _, err := b.file.NewSheet(s.name); err != nil {
		return err
	}
	for i, text := range s.lines {
		if err := b.line(s.name, i+1, text, look{bold: i == 0, large: i == 0}); err != nil {
			return err
		}
	}
	if err := b.table(s); err != nil {
		return err
	}
	if err := b.layout(s); err != nil {
		return err
	}
	b.lines++
	cell := source.CellName(b.lines, 1)
	if err := b.line(b.contents, b.lines, s.title, look{link: true}); err != nil {
		return err
	}
	return b.file.SetCellHyperLink(b.contents, cell, quoted(s.name)+"!A1", "Location", excelize.HyperlinkOpts{Display: &s.title, Tooltip: &s.name})
}

// line writes a text into column A.
func (b *book) line(sheet string, row int, text string, l look) error {
	return b.text(sheet, source.CellName(row, 1), text, l)
}

// text writes a text that stays one: as a shared string, which is never read as
// a formula, and marked so that it does not become one when somebody edits it.
func (b *book) text(sheet, cell, text string, l look) error {
	l.quoted = text != "" && strings.ContainsRune("=+-@", rune(text[0]))
	if text != "" {
		if err := b.file.SetCellStr(sheet, cell, text); err != nil {
			return err
		}
	}
	return b.look(sheet, cell, l)
}

func (b *book) look(sheet, cell string, l look) error {
	if l == (look{}) {
		return nil
	}
	id, err := b.styles.id(l)
	if err != nil {
		return err
	}
	return b.file.SetCellStyle(sheet, cell, cell, id)
}

// table writes heads and rows, and declares them a table.
func (b *book) table(s *sheet) error {
	head := s.headRow()
	figures := s.figures()
	for j, text := range s.heads {
		if err := b.text(s.name, source.CellName(head, j+1), text, look{head: true, bold: true, right: figures[j]}); err != nil {
			return err
		}
	}
	for i, r := range s.rows {
		for j, c := range r.cells {
			if err := b.cell(s.name, source.CellName(head+1+i, j+1), c, r.look(j, s)); err != nil {
				return err
			}
		}
	}
	corner := source.CellName(head+max(1, len(s.rows)), len(s.heads))
	if err := b.file.SetSheetDimension(s.name, "A1:"+corner); err != nil {
		return err
	}
	header, stripes := true, false
	return b.file.AddTable(s.name, &excelize.Table{
		Range: fmt.Sprintf("A%d:%s", head, corner), Name: s.id, StyleName: "TableStyleLight1", ShowHeaderRow: &header, ShowRowStripes: &stripes,
	})
}

func (b *book) cell(sheet, name string, c cell, l look) error {
	if c.format == "" {
		return b.text(sheet, name, c.text, l)
	}
	if err := b.file.SetCellFloat(sheet, name, c.value, -1, 64); err != nil {
		return err
	}
	l.format = c.format
	return b.look(sheet, name, l)
}

// figures says which columns hold numbers.
func (s *sheet) figures() []bool {
	out := make([]bool, len(s.heads))
	for _, r := range s.rows {
		for j, c := range r.cells {
			out[j] = out[j] || c.format != ""
		}
	}
	return out
}

// look is how a cell of a column of the row is drawn.
func (r *row) look(column int, s *sheet) look {
	l := look{bold: r.kind == doc.TotalRow || r.kind == doc.SubtotalRow, total: r.kind == doc.TotalRow}
	if column == s.stub() {
		l.indent = r.indent
	}
	return l
}

// stub is the column of the names of rows.
func (s *sheet) stub() int {
	if s.groups {
		return 1
	}
	return 0
}

func (b *book) write(w io.Writer) error {
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newPack(w) })
	return b.file.Write(w)
}

func (b *book) close() { _ = b.file.Close() }
