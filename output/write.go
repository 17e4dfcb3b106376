package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A temporary file is called prefix, process number, counter, suffix. Names of
// this form belong to the program.
const (
	tempPrefix = ".assemble-"
	tempSuffix = ".tmp"
)

// staleAfter is how old a temporary file must be to count as left behind by a
// run that was killed. No build takes so long.
const staleAfter = time.Hour

// maxTemps bounds the search for a free name.
const maxTemps = 1000

// Fault is what kept a file from being written, or its folder from being made.
type Fault struct {
	Path string
	Err  error
}

// Error says it without the name of the temporary file, which is none that a
// person has given.
func (f *Fault) Error() string {
	err := f.Err
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return fmt.Sprintf("%s could not be written: %v", f.Path, err)
}

// Unwrap is the error of the system.
func (f *Fault) Unwrap() error { return f.Err }

// Write puts data under name into the folder dir, which it makes if need be.
// An older file of that name is replaced in one step, or stays as it was.
func Write(dir, name string, data []byte) error {
	if name == "" || name != filepath.Base(name) || name == "." || name == ".." {
		return fmt.Errorf("%q is no file name", name)
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return &Fault{dir, err}
	}
	return Replace(filepath.Join(dir, name), func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// Replace writes a file with what write gives it. Until everything is on the
// disk the old file stands; after any failure it still does, and nothing else
// is left in the folder.
func Replace(path string, write func(io.Writer) error) error {
	if err := replace(path, write); err != nil {
		return &Fault{path, err}
	}
	return nil
}

func replace(path string, write func(io.Writer) error) error {
	f, err := stage(path, write)
	if err != nil {
		return err
	}
	return f.put()
}

// staged is a file whose content is on the disk, under another name in the folder
// of its place.
type staged struct{ temp, path string }

// stage writes the content of a file beside its place. After a failure nothing is
// left.
func stage(path string, write func(io.Writer) error) (s staged, err error) {
	dir := filepath.Dir(path)
	f, err := createTemp(dir)
	if err != nil {
		return s, err
	}
	done := false
	defer func() { // also when write panics
		if !done {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	removeStale(dir, f)
	buf := bufio.NewWriterSize(f, 1<<16)
	if err := write(buf); err != nil {
		return s, err
	}
	if err := buf.Flush(); err != nil {
		return s, err
	}
	if err := keepMode(path, f); err != nil {
		return s, err
	}
	if err := f.Sync(); err != nil {
		return s, err
	}
	if err := f.Close(); err != nil {
		return s, err
	}
	done = true
	return staged{f.Name(), path}, nil
}

// put moves a staged file to its place. If that fails it is gone.
func (s staged) put() error {
	if err := os.Rename(s.temp, s.path); err != nil {
		s.drop()
		return err
	}
	syncFolder(filepath.Dir(s.path))
	return nil
}

func (s staged) drop() { _ = os.Remove(s.temp) }

// createTemp makes a new file in dir. It is not os.CreateTemp, whose files
// nobody but their owner may read: the usual rights are wanted here.
func createTemp(dir string) (*os.File, error) {
	for n := range maxTemps {
		name := fmt.Sprintf("%s%d-%d%s", tempPrefix, os.Getpid(), n, tempSuffix)
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
	return nil, fmt.Errorf("too many temporary files %s*%s", tempPrefix, tempSuffix)
}

// keepMode gives the new file the rights of the one it replaces.
func keepMode(path string, f *os.File) error {
	old, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !old.Mode().IsRegular() {
		return errors.New("there is something of that name that is no file")
	}
	return f.Chmod(old.Mode().Perm())
}

// removeStale deletes what killed runs have left. Age is measured against the
// file just made, by the clock of the disk, so that a folder on another machine
// with another clock does no harm. What cannot be deleted stays.
func removeStale(dir string, fresh *os.File) {
	now, err := fresh.Stat()
	if err != nil {
		return
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), tempPrefix) || !strings.HasSuffix(e.Name(), tempSuffix) || !e.Type().IsRegular() {
			continue
		}
		if strings.HasSuffix(e.Name(), keptSuffix) { // as old as the file that it keeps
			continue
		}
		if info, err := e.Info(); err == nil && now.ModTime().Sub(info.ModTime()) > staleAfter {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// syncFolder asks that the new name itself survive a power failure. Not every
// system can; the file is whole either way.
func syncFolder(dir string) {
	d, err := os.Open(dir)
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}
