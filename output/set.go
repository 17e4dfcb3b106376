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

// A set is written under a lock, so that two programs cannot mix theirs. It is
// held for a moment only, and who finds one waits. One that a killed program has
// left behind is not taken away, because nothing tells it from another; the error
// says what to delete.
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
		return fmt.Errorf("making the folder %s: %w", dir, err)
	}
	unlock, err := lock(dir)
	if err != nil {
		return err
	}
	defer unlock()
	if check != nil {
		if err := check(); err != nil {
			return err
		}
	}
	set := make([]staged, 0, len(files))
	for _, f := range files {
		s, err := stage(filepath.Join(dir, f.Name), func(w io.Writer) error {
			_, err := w.Write(f.Data)
			return err
		})
		if err != nil {
			dropAll(set)
			return fmt.Errorf("writing %s: %w", filepath.Join(dir, f.Name), err)
		}
		set = append(set, s)
	}
	return putAll(set)
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
		return fmt.Errorf("writing %s: %w", s.path, err)
	}
	dropAll(kept)
	return nil
}

// keep keeps the file whose place another will take under a second name. If there
// is none, temp of what it returns is empty.
func keep(s staged) (staged, error) {
	old := staged{strings.TrimSuffix(s.temp, tempSuffix) + "-old" + tempSuffix, s.path}
	err := os.Link(old.path, old.temp)
	if errors.Is(err, fs.ErrNotExist) {
		return staged{"", s.path}, nil
	}
	if err != nil { // file systems without links
		err = os.Rename(old.path, old.temp)
	}
	return old, err
}

// restore puts a file back that was kept, or takes away what stands where none was.
func (s staged) restore() {
	if s.temp == "" {
		_ = os.Remove(s.path)
		return
	}
	_ = s.put()
	s.drop() // rename(2) leaves both names of one file
}

// lock makes the lock of a folder and returns what takes it away.
func lock(dir string) (unlock func(), err error) {
	name := filepath.Join(dir, lockName)
	for waited := time.Duration(0); ; waited += lockPause {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil {
			_ = f.Close()
			return func() { _ = os.Remove(name) }, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("locking the folder %s: %w", dir, err)
		}
		if waited >= lockWait {
			return nil, fmt.Errorf("the folder %s is locked by another program that writes there; if none does, delete %s", dir, name)
		}
		time.Sleep(lockPause)
	}
}
