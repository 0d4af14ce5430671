"""Keras 3 on TensorFlow, on one thread."""

import os

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import tensorflow as tf
from keras import layers

from serve import VOCABULARY, data, serve

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)


def model(workload):
    if workload == "iris":
        return [keras.Input((4,)), layers.Dense(3, activation="softmax", kernel_regularizer="l2")]
    if workload in ("mlp", "epoch"):
        return [keras.Input((28, 28)), layers.Flatten(), layers.Dense(128, activation="relu"), layers.Dense(10, activation="softmax")]
    if workload == "cnn":
        return [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    if workload == "lstm":
        return [keras.Input((28, 28)), layers.LSTM(64), layers.Dense(10, activation="softmax")]
    return [keras.Input((80,)), layers.Embedding(VOCABULARY, 32), layers.GRU(64), layers.Dense(2, activation="softmax")]


def make(workload, batch, steps):
    net = keras.Sequential(model(workload))
    optimizer = keras.optimizers.SGD(0.1) if workload == "iris" else "adam"
    net.compile(optimizer, "sparse_categorical_crossentropy", metrics=["sparse_categorical_accuracy"], jit_compile=False)
    if workload == "iris":
        x, y = data(workload, 150)
        return lambda: net.fit(x, y, batch_size=batch, epochs=steps, validation_split=0.2, validation_freq=20, verbose=0)
    if workload == "epoch":
        x, y = data(workload, 60000)
        test = data(workload, 10000)
        return lambda: net.fit(x, y, batch_size=batch, epochs=steps, validation_data=test, verbose=0)
    x, y = data(workload, batch * steps)
    return lambda: net.fit(x, y, batch_size=batch, shuffle=False, verbose=0)


serve({"keras": keras.__version__, "tensorflow": tf.__version__}, make)
