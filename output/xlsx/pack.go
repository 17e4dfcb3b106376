package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// pack writes the files of a workbook in a fixed order and with one date, after
// taking out what excelize puts in unasked.
type pack struct {
	to    io.Writer
	files []*file
}

type file struct {
	bytes.Buffer
	name string
}

func newPack(w io.Writer) *pack { return &pack{to: w} }

// Create takes in a file.
func (p *pack) Create(name string) (io.Writer, error) {
	f := &file{name: name}
	p.files = append(p.files, f)
	return f, nil
}

// AddFS is part of the interface that excelize asks for; it does not use it.
func (p *pack) AddFS(fs.FS) error { return errors.New("no files are added to a workbook") }

// Close writes the package.
func (p *pack) Close() error {
	epoch := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // the first that a package can name, as Excel writes it
	// In the order of their names: so [Content_Types].xml and _rels/.rels come
	// first, by which programs tell what a package is (ECMA-376, part 2).
	slices.SortFunc(p.files, func(a, b *file) int { return strings.Compare(a.name, b.name) })
	out := zip.NewWriter(p.to)
	for _, f := range p.files {
		data := f.Bytes()
		if strings.HasPrefix(f.name, "xl/tables/") {
			var err error
			if data, err = withoutFilter(data); err != nil {
				return fmt.Errorf("%s: %w", f.name, err)
			}
		}
		w, err := out.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return err
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	return out.Close()
}

// withoutFilter takes out the filter that excelize gives every table: its
// buttons cover the heads.
func withoutFilter(table []byte) ([]byte, error) {
	const begin, end = "<autoFilter ", "</autoFilter>"
	before, rest, ok := bytes.Cut(table, []byte(begin))
	if !ok {
		return nil, errors.New("the table has no filter to take out")
	}
	_, after, ok := bytes.Cut(rest, []byte(end))
	if !ok {
		return nil, errors.New("the filter of the table does not end")
	}
	return slices.Concat(before, after), nil
}
