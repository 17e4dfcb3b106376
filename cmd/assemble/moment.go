package main

import (
	"os"
	"os/signal"
)

// uninterrupted does what takes a moment and must not be left half-done: Ctrl-C
// is not heard meanwhile. A program that ends with the folder locked would make the
// next one wait.
func uninterrupted(do func() error) error {
	signal.Ignore(os.Interrupt)
	defer signal.Reset(os.Interrupt)
	return do()
}
