// SPDX-FileCopyrightText: 2026 Long Biên contributors
// SPDX-License-Identifier: EUPL-1.2

// verify_log checks an exported log with Go's own packages: verify_log FOLDER VKEY.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

// folder reads tiles as c2sp.org/tlog-tiles names them: as Go does, but without the height.
type folder string

func (f folder) Height() int                     { return 8 }
func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(string(f), path))
		if err != nil { // a partial tile is gone once it is full, or wider
			data, err = f.wider(tile)
		}
		if err != nil {
			return nil, err
		}
		found = append(found, data)
	}
	return found, nil
}

func (f folder) wider(tile tlog.Tile) ([]byte, error) {
	for width := tile.W + 1; width <= 256; width++ {
		wide := tlog.Tile{H: 8, L: tile.L, N: tile.N, W: width}
		path := strings.Replace(wide.Path(), "tile/8/", "tile/", 1)
		if data, err := os.ReadFile(filepath.Join(string(f), path)); err == nil {
			return data[:tile.W*tlog.HashSize], nil
		}
	}
	return nil, fmt.Errorf("no tile %v", tile)
}

// entries reads every bundle in order.
func (f folder) entries(size int64) [][]byte {
	var found [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := int(min(size-n*256, 256))
		path := strings.Replace(tlog.Tile{H: 8, L: 0, N: n, W: width}.Path(), "tile/8/0/", "tile/entries/", 1)
		data, err := os.ReadFile(filepath.Join(string(f), path))
		check(err)
		for i := 0; i < width; i++ {
			length := int(data[0])<<8 | int(data[1])
			found = append(found, data[2:2+length])
			data = data[2+length:]
		}
		if len(data) != 0 {
			check(fmt.Errorf("bundle %d is too long", n))
		}
	}
	return found
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

func main() {
	place := folder(os.Args[1])
	data, err := os.ReadFile(filepath.Join(os.Args[1], "checkpoint"))
	check(err)
	verifier, err := note.NewVerifier(os.Args[2])
	check(err)
	opened, err := note.Open(data, note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		check(fmt.Errorf("origin %q", lines[0]))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	tree := tlog.Tree{N: size, Hash: root}
	reader := tlog.TileHashReader(tree, place)

	entries := place.entries(size)
	var indexes []int64
	for i := range entries {
		indexes = append(indexes, tlog.StoredHashIndex(0, int64(i)))
	}
	hashes, err := reader.ReadHashes(indexes)
	check(err)
	for i, entry := range entries {
		want := tlog.RecordHash(entry)
		if !bytes.Equal(hashes[i][:], want[:]) {
			check(fmt.Errorf("entry %d is not what the tree holds", i))
		}
	}
	for i := int64(0); i < size; i += 1009 {
		proof, err := tlog.ProveRecord(size, i, reader)
		check(err)
		check(tlog.CheckRecord(proof, size, root, i, tlog.RecordHash(entries[i])))
		if i > 0 {
			old, err := tlog.TreeHash(i, reader)
			check(err)
			consistent, err := tlog.ProveTree(size, i, reader)
			check(err)
			check(tlog.CheckTree(consistent, size, root, i, old))
		}
	}
	fmt.Printf("%d entries verified\n", len(entries))
}
