package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// archive gives the parts of a zip file by name. Only parts that are asked for
// are ever unpacked, and never to disk.
type archive struct {
	parts map[string]*zip.File // by name in small letters: part names do not differ by case
	left  int64                // bytes that may still be unpacked
	again bool                 // the file was looked through: each reading counts anew
}

// maxEntries bounds the directory of an archive, which is read whole.
const maxEntries = 20_000

func openArchive(data []byte) (*archive, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return nil, damaged("its directory is too long")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged("its end is missing")
	}
	a := &archive{parts: map[string]*zip.File{}, left: MaxUnzipped}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/")), "/")
		if f.Flags&1 != 0 {
			return nil, encryptedFault()
		}
		if a.parts[name] == nil {
			a.parts[name] = f
		}
	}
	return a, nil
}

func (a *archive) has(name string) bool { return a.parts[strings.ToLower(name)] != nil }

// open streams a part; it counts against what may be unpacked.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.parts[strings.ToLower(name)]
	if f == nil {
		return nil, damaged("a part of it is missing")
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged("a part of it cannot be unpacked")
	}
	if a.again {
		a.left = MaxUnzipped
	}
	return &part{r, a}, nil
}

// read gives a part whole, nothing if it is not there.
func (a *archive) read(name string) ([]byte, error) {
	if !a.has(name) {
		return nil, nil
	}
	r, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, MaxPart+1))
	if len(data) > MaxPart {
		return nil, tooMuch("sheet-unzipped", MaxPart, "bytes in one of its parts")
	}
	return data, err
}

// part is an open part.
type part struct {
	io.ReadCloser
	a *archive
}

func (p *part) Read(to []byte) (int, error) {
	n, err := p.ReadCloser.Read(to)
	if p.a.left -= int64(n); p.a.left < 0 {
		return n, tooMuch("sheet-unzipped", MaxUnzipped, "bytes in the unpacked file")
	}
	if err != nil && err != io.EOF {
		err = damaged("a part of it cannot be unpacked")
	}
	return n, err
}

// loadZip tells workbooks apart by their parts.
func (b *Book) loadZip(data []byte) error {
	a, err := openArchive(data)
	if err != nil {
		return err
	}
	const ods = "application/vnd.oasis.opendocument.spreadsheet"
	mime, err := a.read("mimetype")
	switch {
	case err != nil:
		return err
	case a.has("xl/workbook.bin"):
		return &fault{code: "sheet-binary", message: "the file is a binary workbook (.xlsb)", fix: `open it in Excel, choose "Save As" and the type "Excel Workbook (.xlsx)"`}
	case strings.HasPrefix(string(mime), ods):
		return b.loadODS(a)
	case a.has("_rels/.rels") && a.has("[Content_Types].xml"):
		return b.loadXLSX(a)
	}
	return &fault{code: "sheet-format", message: "the file is an archive without a workbook", fix: "unpack it and give the tables in it, or give a file saved as .xlsx, .ods or .csv"}
}
