package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// File is one file of a set.
type File struct {
	Name string // without a folder
	Data []byte
}

// The files of a set take their places under a lock, so that two programs cannot
// mix theirs. It is held for a moment only, and who finds one waits. It says which
// file is to take which place, so that another program can finish what a killed one
// has begun. One that is killed in the instant before leaves a lock that says
// nothing; it is not taken away, because nothing tells it from another, and the
// error says what to delete.
const (
	lockName  = ".assemble-lock"
	lockWait  = 10 * time.Second
	lockPause = 20 * time.Millisecond
)

// WriteSet puts files that belong together into the folder dir, which it makes if
// need be: all of them or none. They are all on the disk before the first takes
// its place, and after a failure the old ones are back in theirs. check is asked
// under the lock whether what was read is still what is there; nil asks nothing.
func WriteSet(dir string, files []File, check func() error) (err error) {
	for _, f := range files {
		if f.Name == "" || f.Name != filepath.Base(f.Name) || f.Name == "." || f.Name == ".." {
			return fmt.Errorf("%q is no file name", f.Name)
		}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return &Fault{dir, err}
	}
	unlock, err := lock(dir, lockWait) // what a killed program has left is finished first
	if err != nil {
		return err
	}
	unlock()
	set, err := stageAll(dir, files)
	if err != nil {
		return err
	}
	if unlock, err = lock(dir, lockWait); err != nil {
		dropAll(set)
		return err
	}
	defer unlock()
	if check != nil {
		err = check()
	}
	if err == nil {
		err = record(dir, set)
	}
	if err != nil {
		dropAll(set)
		return err
	}
	return putAll(set)
}

// stageAll puts files on the disk beside their places.
func stageAll(dir string, files []File) ([]staged, error) {
	set := make([]staged, 0, len(files))
	for _, f := range files {
		s, err := stage(filepath.Join(dir, f.Name), func(w io.Writer) error {
			_, err := w.Write(f.Data)
			return err
		})
		if err != nil {
			dropAll(set)
			return nil, &Fault{filepath.Join(dir, f.Name), err}
		}
		set = append(set, s)
	}
	return set, nil
}

func dropAll(set []staged) {
	for _, s := range set {
		if s.temp != "" {
			s.drop()
		}
	}
}

// putAll moves files to their places. What stood there is kept beside it until
// the last has moved.
func putAll(set []staged) error {
	var kept []staged
	for i, s := range set {
		old, err := keep(s)
		if err == nil {
			kept = append(kept, old)
			err = s.put()
		}
		if err == nil {
			continue
		}
		dropAll(set[i:])
		for _, k := range kept {
			k.restore()
		}
		return &Fault{s.path, err}
	}
	dropAll(kept)
	return nil
}

// keep keeps the file whose place another will take under a second name. If there
// is none, temp of what it returns is empty.
func keep(s staged) (staged, error) {
	old := staged{keptName(s.temp), s.path}
	err := os.Link(old.path, old.temp)
	if errors.Is(err, fs.ErrNotExist) {
		return staged{"", s.path}, nil
	}
	if err != nil { // file systems without links
		err = os.Rename(old.path, old.temp)
	}
	return old, err
}

// keptSuffix ends the second name of a file.
const keptSuffix = "-old" + tempSuffix

func keptName(temp string) string { return strings.TrimSuffix(temp, tempSuffix) + keptSuffix }

// restore puts a file back that was kept, or takes away what stands where none was.
func (s staged) restore() {
	if s.temp == "" {
		_ = os.Remove(s.path)
		return
	}
	_ = s.put()
	s.drop() // rename(2) leaves both names of one file
}
