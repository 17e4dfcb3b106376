package edition

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// MaxFile bounds every file that is read from an edition.
const MaxFile = 64 << 20

// folder opens files of the edition and of nothing else.
type folder struct {
	root  *os.Root
	files *source.Files
	read  map[string]source.FileID // what is registered already
}

// File returns the content of a file of the folder and its number. at is the
// place that names it, where a file that cannot be read is reported.
func (e *Edition) File(name strict.Str, r *source.Reporter) ([]byte, source.FileID, bool) {
	text, ok := e.Bytes(name, r)
	if !ok {
		return nil, 0, false
	}
	return text, e.folder.register(name.S, text), true
}

// Bytes returns the content of a file that is not text, such as a picture.
func (e *Edition) Bytes(name strict.Str, r *source.Reporter) ([]byte, bool) {
	if !inside(name, r) {
		return nil, false
	}
	text, err := e.folder.bytes(name.S)
	if err != nil {
		e.folder.missing(name, err, r)
		return nil, false
	}
	return text, true
}

// Manuscript returns the text of a part in a language.
func (e *Edition) Manuscript(lang string, id strict.Str, r *source.Reporter) ([]byte, source.FileID, bool) {
	if !wellFormedID.MatchString(id.S) {
		return nil, 0, false // Read has said so
	}
	return e.File(strict.Str{S: ManuscriptName(lang, id.S), At: id.At}, r)
}

// ManuscriptName is the name of the file that holds a part in a language.
func ManuscriptName(lang, id string) string { return path.Join("manuscript", lang, id+".md") }

// Close releases the folder.
func (e *Edition) Close() error { return e.folder.root.Close() }

// Exists reports whether the folder has a file of that name.
func (e *Edition) Exists(name string) bool { return contained(name) && e.folder.exists(name) }

// register numbers a text once, however often it is read.
func (f *folder) register(name string, text []byte) source.FileID {
	if id, known := f.read[name]; known {
		return id
	}
	f.read[name] = f.files.Add(name, text)
	return f.read[name]
}

var (
	errSize    = fmt.Errorf("it is larger than %d MB", MaxFile>>20)
	errRegular = errors.New("it is not a file")
)

// bytes reads a regular file. What it is, is asked before it is opened: a pipe
// would hold the program up.
func (f *folder) bytes(name string) ([]byte, error) {
	info, err := f.root.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errRegular
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, MaxFile+1))
	if err == nil && len(text) > MaxFile {
		err = errSize
	}
	return text, err
}

func (f *folder) exists(name string) bool {
	info, err := f.root.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// names lists the files beside name, for a nearest one.
func (f *folder) names(name string) []string {
	dir := path.Dir(name)
	list, err := fs.ReadDir(f.root.FS(), dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, entry := range list {
		out = append(out, path.Join(dir, entry.Name()))
	}
	return out
}

// contained reports whether a name keeps inside the folder on every system.
func contained(name string) bool {
	return fs.ValidPath(name) && !strings.ContainsAny(name, "\\:\x00") && name != "."
}

// inside reports a name that does not.
func inside(name strict.Str, r *source.Reporter) bool {
	if contained(name.S) {
		return true
	}
	r.Add(source.Diagnostic{
		Code: "edition-path", At: name.At, Excerpt: name.S,
		Message: fmt.Sprintf("%q is not the name of a file inside the edition", name.S),
		Fix:     "name a file relative to the folder of the edition, with / between folders and without ..",
	})
	return false
}

// need reports a file that is not there.
func (f *folder) need(name strict.Str, r *source.Reporter) {
	if !contained(name.S) {
		return
	}
	info, err := f.root.Stat(name.S)
	if err == nil && !info.Mode().IsRegular() {
		err = errRegular
	}
	if err != nil {
		f.missing(name, err, r)
	}
}

// missing reports a file that cannot be read, at the place that names it.
func (f *folder) missing(name strict.Str, err error, r *source.Reporter) {
	d := source.Diagnostic{Code: "edition-file", At: name.At, Excerpt: name.S}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.Message = name.S + " does not exist"
		d.Replace = source.Nearest(name.S, f.names(name.S))
		d.Fix = "create it, or correct its name"
		if strings.HasPrefix(name.S, "data/") {
			d.Code, d.Fix = "edition-data", "run assemble import, which writes it, or correct its name"
		}
	case errors.Is(err, fs.ErrPermission):
		d.Message, d.Fix = name.S+" may not be read", "give yourself the right to read it"
	case errors.Is(err, errSize), errors.Is(err, errRegular):
		d.Message, d.Fix = fmt.Sprintf("%s cannot be read: %v", name.S, err), "check that it is the right file"
	default:
		d.Message, d.Fix = fmt.Sprintf("%s cannot be read: %v", name.S, cause(err)), "put the file itself into the folder, not a link to another place"
	}
	r.Add(d)
}

// cause is an error without the path that the operating system repeats.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
