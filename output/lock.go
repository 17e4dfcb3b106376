package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// lock makes the lock of a folder and returns what takes it away. Who finds one
// waits, and then finishes what its holder has left.
func lock(dir string, wait time.Duration) (unlock func(), err error) {
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
		if waited >= wait && !finish(dir) {
			return nil, fmt.Errorf("the folder %s is locked by another program that writes there; if none does, delete %s", dir, name)
		}
		time.Sleep(lockPause)
	}
}

// move is a file of a set that takes its place, both without their folder.
type move struct{ From, To string }

func (m move) valid() bool {
	return strings.HasPrefix(m.From, tempPrefix) && strings.HasSuffix(m.From, tempSuffix) && filepath.Base(m.From) == m.From && filepath.Base(m.To) == m.To && filepath.IsLocal(m.To)
}

// record writes the moves of a set into the lock.
func record(dir string, set []staged) error {
	moves := make([]move, len(set))
	for i, s := range set {
		moves[i] = move{filepath.Base(s.temp), filepath.Base(s.path)}
	}
	data, err := json.Marshal(moves)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(dir, lockName), os.O_WRONLY|os.O_TRUNC, 0)
	if err == nil {
		_, err = f.Write(data)
		err = errors.Join(err, f.Sync(), f.Close())
	}
	if err != nil {
		return fmt.Errorf("locking the folder %s: %w", dir, err)
	}
	return nil
}

// finish takes a lock that was left behind and makes the moves that it tells of,
// which may have been made already. It reports whether there is no lock any more.
// The lock is renamed first, so that one program alone does it.
func finish(dir string) bool {
	name, mine := filepath.Join(dir, lockName), filepath.Join(dir, fmt.Sprintf("%s%d-lock%s", tempPrefix, os.Getpid(), tempSuffix))
	if err := os.Rename(name, mine); err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	moves, ok := readMoves(mine)
	for _, m := range moves {
		if err := os.Rename(filepath.Join(dir, m.From), filepath.Join(dir, m.To)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			ok = false
		}
	}
	if !ok {
		_ = os.Rename(mine, name)
		return false
	}
	for _, m := range moves {
		_ = os.Remove(filepath.Join(dir, keptName(m.From)))
	}
	syncFolder(dir)
	return os.Remove(mine) == nil
}

// readMoves reads what a lock tells. One whose holder was still writing its files
// tells nothing.
func readMoves(name string) ([]move, bool) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, false
	}
	var moves []move
	if json.Unmarshal(data, &moves) != nil {
		return nil, false
	}
	for _, m := range moves {
		if !m.valid() {
			return nil, false
		}
	}
	return moves, len(moves) > 0
}
