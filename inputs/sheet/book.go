package sheet

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"assemble/inputs/source"
)

// Book is a file with one or more sheets. It is not safe for concurrent use.
type Book struct {
	// File is the place of what concerns the whole file.
	File source.FileID
	// Macros says that the file holds macros; they were not read.
	Macros bool
	// Date1904 says that the days of the file count from 1904. Day is right in
	// either system.
	Date1904 bool

	name   string
	size   int64
	sum    string
	format string
	sheets []*Sheet
	files  *source.Files
	report *source.Reporter
}

// Name is the name of the file without its folder.
func (b *Book) Name() string { return b.name }

// Size is its size in bytes.
func (b *Book) Size() int64 { return b.size }

// SHA256 is the hash of its bytes in hexadecimal.
func (b *Book) SHA256() string { return b.sum }

// Format is what the content was found to be: xlsx, xlsm, ods, html or csv, the
// last two with encoding and separator as in "csv; Windows-1252; semicolon".
func (b *Book) Format() string { return b.format }

// Sheets are the sheets in the order of the file, hidden ones too; of a web page
// those tables that hold something.
func (b *Book) Sheets() []*Sheet { return b.sheets }

// Sheet is the sheet of a name, or nil.
func (b *Book) Sheet(name string) *Sheet {
	for _, s := range b.sheets {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// Open reads the file at path; see Read.
func Open(path string, files *source.Files, r *source.Reporter) *Book {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	var data []byte
	switch {
	case err == nil && info.Size() > MaxFile:
		return refuse(name, files, r, tooLarge())
	case err == nil && !info.Mode().IsRegular():
		err = errors.New("it is not a file")
	case err == nil:
		data, err = os.ReadFile(path)
	}
	if err != nil {
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err // without the path, which may name a person
		}
		return refuse(name, files, r, &fault{code: "sheet-open", message: "the file cannot be read: " + err.Error(), fix: "check its name and that it may be read"})
	}
	return Read(name, data, files, r)
}

// Read looks through a file once: what it is, which sheets it has and what is to
// know of them. It returns nil after an error. The content of data is kept and
// must not change.
func Read(name string, data []byte, files *source.Files, r *source.Reporter) *Book {
	if len(data) > MaxFile {
		return refuse(name, files, r, tooLarge())
	}
	sum := sha256.Sum256(data)
	b := &Book{name: name, size: int64(len(data)), sum: hex.EncodeToString(sum[:]), files: files, report: r}
	b.File = files.AddSheet(name, "")
	err := b.load(data)
	if err == nil && len(b.sheets) == 0 {
		err = &fault{code: "sheet-empty", message: "the workbook has no sheet with cells", fix: "export it again"}
	}
	if err != nil {
		at := b.File
		var where inSheet
		if errors.As(err, &where) {
			at = where.file
		}
		report(err, at, r)
		return nil
	}
	return b
}

func refuse(name string, files *source.Files, r *source.Reporter, err *fault) *Book {
	report(err, files.AddSheet(name, ""), r)
	return nil
}

func tooLarge() *fault {
	return &fault{code: "sheet-size", message: fmt.Sprintf("the file is larger than %d MiB", MaxFile>>20), fix: "check that it is the right file, or delete pictures and sheets that are not part of the table"}
}

// stem is the name without its ending: what Excel calls the sheet of a text.
func (b *Book) stem() string {
	return strings.TrimSuffix(b.name, filepath.Ext(b.name))
}

// add registers a sheet.
func (b *Book) add(name string) (*Sheet, error) {
	if len(b.sheets) == MaxSheets {
		return nil, tooMuch("sheet-sheets", MaxSheets, "sheets")
	}
	s := &Sheet{Name: name, File: b.files.AddSheet(b.name, name), report: b.report}
	b.sheets = append(b.sheets, s)
	return s, nil
}

// survey makes the first pass over each sheet.
func (b *Book) survey() error {
	for _, s := range b.sheets {
		if err := s.pass(s.facts()); err != nil {
			return inSheet{err, s.File}
		}
		s.settle()
	}
	return nil
}

// Beginnings of files that are not XML or text.
const (
	magicZip = "PK\x03\x04"
	magicOLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
)

// load finds out what data are by what they begin with.
func (b *Book) load(data []byte) error {
	switch {
	case len(bytes.Trim(data, " \t\r\n\xef\xbb\xbf\x00")) == 0:
		return &fault{code: "sheet-empty", message: "the file is empty", fix: "export it again"}
	case bytes.HasPrefix(data, []byte(magicZip)):
		return b.loadZip(data)
	case bytes.HasPrefix(data, []byte(magicOLE)):
		return oleFault(data)
	}
	for _, magic := range []string{"PK", "%PDF", "\x1f\x8b", "\x89PNG", "\xff\xd8\xff", "{\\rtf", "Rar!", "7z\xbc\xaf"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return noTable()
		}
	}
	if len(data) > 4 && data[0] == 9 && data[1]&^6 == 0 && data[3] == 0 { // BOF of BIFF2 to BIFF4
		return binaryFault()
	}
	return b.loadText(data)
}

func noTable() *fault {
	return &fault{code: "sheet-format", message: "the file is not a table that can be read", fix: "give a file saved as .xlsx, .ods or .csv"}
}

func binaryFault() *fault {
	return &fault{code: "sheet-binary", message: "the file is a workbook in the binary format of old (.xls)", fix: `open it in Excel or LibreOffice, choose "Save As" and the type "Excel Workbook (.xlsx)"`}
}

func encryptedFault() *fault {
	return &fault{code: "sheet-encrypted", message: "the file is protected with a password", fix: "open it with the password, take the password off and save a copy; delete the copy after the import"}
}

// oleFault says what a compound file is. Its directory names the streams in
// UTF-16 (MS-CFB, 2.6.1; MS-OFFCRYPTO, 2.3; MS-XLS, 2.1.2).
func oleFault(data []byte) *fault {
	has := func(stream string) bool {
		wide := make([]byte, 0, 2*len(stream))
		for _, c := range []byte(stream) {
			wide = append(wide, c, 0)
		}
		return bytes.Contains(data, wide)
	}
	switch {
	case has("EncryptedPackage"), has("DataSpaces"):
		return encryptedFault()
	case has("Workbook"), has("Book"):
		return binaryFault()
	}
	return noTable()
}
