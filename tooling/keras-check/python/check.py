"""python check.py FOLDER: loads the models in FOLDER, predicts, trains on, saves; writes what came of it to answers.json."""

import json
import logging
import math
import os
import sys
import warnings

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import numpy as np

warnings.filterwarnings("ignore", "Skipping variable loading for optimizer")
logging.getLogger("tensorflow").setLevel("ERROR")

folder = sys.argv[1]
print(f"Keras {keras.__version__} on {keras.backend.backend()}", flush=True)


def arrays(items):
    found = [np.array(item["data"], dtype="float32").reshape(item["shape"]) for item in items]
    return found[0] if len(found) == 1 else found


def flat(values):
    """All numbers in a list; JSON has none that are not finite."""
    numbers = [float(value) for item in values for value in np.ravel(item)]
    return [value if math.isfinite(value) else None for value in numbers]


def predict(model, x):
    y = model.predict_on_batch(x)
    return flat(y if isinstance(y, (list, tuple)) else [y])


def run(model, x, y, is_random):
    model.run_eagerly = True
    predicted = predict(model, x)
    steps = []
    for _ in range(2):
        model.reset_metrics()
        logs = model.train_on_batch(x, y, return_dict=True)
        steps.append({key: flat([value]) for key, value in logs.items()})
    after = predict(model, x)
    if is_random:
        return {"predicted": predicted, "steps": [], "predictedAfter": []}
    return {"predicted": predicted, "steps": steps, "predictedAfter": after}


def check(request):
    name = os.path.join(folder, str(request["index"]))
    x, y = arrays(request["x"]), arrays(request["y"])
    is_random = request["isRandom"]
    model = keras.saving.load_model(f"{name}.keras")
    by_weights = keras.models.clone_model(model)
    by_weights.run_eagerly = True
    by_weights.load_weights(f"{name}.weights.h5")
    outcome = run(model, x, y, is_random)
    model.save(f"{name}.back.keras")
    back = run(keras.saving.load_model(f"{name}.back.keras"), x, y, is_random)
    return {"outcome": outcome, "byWeights": predict(by_weights, x), "back": back}


with open(os.path.join(folder, "requests.json")) as file:
    requests = json.load(file)
answers = {}
for count, request in enumerate(requests):
    if count > 0 and count % 50 == 0:
        print(f"{count} of {len(requests)} models were loaded", flush=True)
    try:
        answers[request["index"]] = check(request)
    except Exception as error:
        answers[request["index"]] = {"fault": f"{type(error).__name__}: {error}"}
with open(os.path.join(folder, "answers.json"), "w") as file:
    json.dump(answers, file)
