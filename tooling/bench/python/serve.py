"""Answers the bench's requests from standard input: the same protocol as src/protocol.ts."""

import json
import sys
import time

import numpy as np

SHAPES = {"mlp": ((28, 28), 10), "epoch": ((28, 28), 10), "cnn": ((28, 28, 1), 10), "lstm": ((28, 28), 10), "text": ((80,), 2), "iris": ((4,), 3)}
VOCABULARY = 1000


def data(workload, count):
    """Inputs and labels of `count` samples; what the values are does not matter for the time."""
    shape, classes = SHAPES[workload]
    random = np.random.default_rng(1)
    x = random.random((count, *shape), dtype=np.float32)
    if workload == "text":
        x = np.floor(x * VOCABULARY).astype("int64")
    return x, random.integers(0, classes, count)


def serve(versions, make):
    """`make(workload, batch, steps)` gives a function that takes the steps."""
    steppers = {}
    print(json.dumps({"versions": versions}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if line not in steppers:
                steppers[line] = make(request["workload"], request["batch"], request["steps"])
            start = time.perf_counter()
            steppers[line]()
            answer = {"msPerStep": (time.perf_counter() - start) * 1000 / request["steps"]}
        except Exception as error:
            answer = {"error": str(error).split("\n")[0]}
        print(json.dumps(answer), flush=True)
