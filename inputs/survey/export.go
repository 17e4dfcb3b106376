package survey

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// Bounds of an export.
const (
	maxEntries = 200       // files in an archive
	maxHeads   = 20        // rows before the heads
	maxCells   = 6_000_000 // of all tables together
)

// Open reads the files of an export: a workbook or a text, or the archive of
// texts that ODK Central gives, of which repeats are files of their own. It
// returns nil after an error.
func Open(name string, files *source.Files, r *source.Reporter) []*sheet.Book {
	if texts, ok := archive(name); ok {
		return openArchive(name, texts, files, r)
	}
	b := sheet.Open(name, files, r)
	if b == nil {
		return nil
	}
	return []*sheet.Book{b}
}

// archive returns the texts of an archive that is no workbook.
func archive(name string) ([]*zip.File, bool) {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > sheet.MaxFile {
		return nil, false
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, false
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, false
	}
	var texts []*zip.File
	for _, f := range z.File {
		switch {
		case f.Name == "[Content_Types].xml" || f.Name == "mimetype":
			return nil, false
		case strings.EqualFold(path.Ext(f.Name), ".csv") && !strings.HasPrefix(f.Name, "media/"):
			texts = append(texts, f)
		}
	}
	slices.SortStableFunc(texts, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	return texts, len(texts) > 0
}

func openArchive(name string, texts []*zip.File, files *source.Files, r *source.Reporter) []*sheet.Book {
	at := source.At(source.Pos{File: files.AddSheet(filepath.Base(name), "")})
	if len(texts) > maxEntries {
		r.Error("survey-archive", at, fmt.Sprintf("the archive holds %d tables", len(texts)), "check that it is the right file")
		return nil
	}
	var out []*sheet.Book
	total := 0
	for _, f := range texts {
		data, err := unpack(f, sheet.MaxFile-total)
		if err != nil {
			r.Error("survey-archive", at, "a table in the archive cannot be unpacked, or is too large", "fetch the archive again, or unpack it and import a single file")
			return nil
		}
		total += len(data)
		if len(bytes.TrimSpace(data)) == 0 {
			continue
		}
		b := sheet.Read(path.Base(f.Name), data, files, r)
		if b == nil {
			return nil
		}
		out = append(out, b)
	}
	return out
}

func unpack(f *zip.File, most int) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, int64(most)+1))
	if err == nil && len(data) > most {
		err = io.ErrShortBuffer
	}
	return data, err
}

// role is what a column of an export holds.
type role uint8

const (
	unknownColumn role = iota
	questionRole       // the answers to a question
	optionRole         // whether an option was chosen
	officeRole         // which office answers
	timeRole           // when it was sent
	stateRole          // whether it was approved
	keyRole            // what rows of repeats refer to
	parentRole         // what a row of a repeat refers to
	systemRole         // about the export, not the answers
	personalRole       // about who answered
	decidedRole        // left out by a person
)

func (r role) String() string {
	return [...]string{
		"not recognized", "question", "option", "office", "time of sending", "approval", "key", "key of the whole", "about the export", "personal, left out",
		"left out",
	}[r]
}

// column is one column of an export.
type column struct {
	at   int // from 1
	head string
	role role
	rank int // among columns of one role, the better first
	item *item
	// option is the index of an option of the item; noOption for none, or
	// notOption for the answer that the question does not apply.
	option int
	how    string
	others []*item // that the head can name too
}

const (
	noOption  = -1
	notOption = -2
)

// extract is one table of an export with its columns.
type extract struct {
	book    *sheet.Book
	sheet   *sheet.Sheet
	head    int // row of the heads
	columns []column
	rows    []exportRow
}

// exportRow is a row below the heads.
type exportRow struct {
	n     int
	cells []sheet.Cell
}

func (x exportRow) cell(col int) *sheet.Cell {
	if col < 1 || col > len(x.cells) {
		return &sheet.Cell{}
	}
	return &x.cells[col-1]
}

// find returns the columns of a role, the best first.
func (t *extract) find(r role) []*column {
	var out []*column
	for i := range t.columns {
		if t.columns[i].role == r {
			out = append(out, &t.columns[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *column) int { return a.rank - b.rank })
	return out
}

// known counts the columns that are part of the questionnaire.
func (t *extract) known() int {
	n := 0
	for _, c := range t.columns {
		if c.role == questionRole || c.role == optionRole {
			n++
		}
	}
	return n
}

func (t *extract) pos(row, col int) source.Pos { return t.sheet.Pos(row, col) }

// gather reads the table of a sheet below the row, among the first, whose cells
// name most questions. It reports whether there is such a row.
func (im *Imported) gather(b *sheet.Book, s *sheet.Sheet) (*extract, bool) {
	t := &extract{book: b, sheet: s}
	best := 0
	for row := range s.Rows() {
		im.cells += len(row.Cells)
		if im.cells > maxCells {
			im.Report.Error("survey-size", source.At(s.Pos(row.N, 0)), "the export has too many cells", "check that it is the right file")
			return nil, false
		}
		if len(t.rows) < maxHeads {
			x := &extract{book: b, sheet: s, head: row.N, columns: im.recognize(row)}
			if n := x.known(); n > best {
				best = n
				t.head, t.columns, t.rows = x.head, x.columns, t.rows[:0]
				continue
			}
		}
		t.rows = append(t.rows, exportRow{row.N, slices.Clone(row.Cells)})
	}
	if s.Err() != nil || best == 0 {
		return nil, false
	}
	if len(s.HiddenRows) > 0 {
		im.Report.Warn("survey-hidden", source.At(s.Pos(s.HiddenRows[0].From, 0)), "rows are hidden in the export; they are read like all others", "delete them, if they shall not count")
	}
	return t, true
}
