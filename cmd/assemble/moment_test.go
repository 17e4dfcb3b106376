package main

import (
	"errors"
	"os"
	"runtime"
	"testing"
)

// TestUninterrupted interrupts this very program, which would end it.
func TestUninterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a program cannot interrupt itself there")
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	want := errors.New("done")
	got := uninterrupted(func() error {
		if err := self.Signal(os.Interrupt); err != nil {
			t.Error(err)
		}
		return want
	})
	if !errors.Is(got, want) {
		t.Errorf("got %v", got)
	}
}
