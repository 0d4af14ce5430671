"""PyTorch, on one thread."""

import torch
from torch import nn

from serve import VOCABULARY, data, serve

torch.set_num_threads(1)


class Last(nn.Module):
    """The output of a recurrent layer at the last step."""

    def __init__(self, recurrent):
        super().__init__()
        self.recurrent = recurrent

    def forward(self, x):
        return self.recurrent(x)[0][:, -1]


def model(workload):
    if workload == "iris":
        return nn.Linear(4, 3)
    if workload == "mlp":
        return nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    if workload == "cnn":
        return nn.Sequential(
            nn.Unflatten(1, (1, 28)),
            nn.Conv2d(1, 32, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(1600, 128),
            nn.ReLU(),
            nn.Linear(128, 10),
        )
    if workload == "lstm":
        return nn.Sequential(Last(nn.LSTM(28, 64, batch_first=True)), nn.Linear(64, 10))
    return nn.Sequential(nn.Embedding(VOCABULARY, 32), Last(nn.GRU(32, 64, batch_first=True)), nn.Linear(64, 2))


def make(workload, batch, steps):
    if workload == "epoch":
        raise ValueError("no fit loop to compare with")
    net = model(workload)
    optimizer = torch.optim.SGD(net.parameters(), 0.1) if workload == "iris" else torch.optim.Adam(net.parameters())
    loss_of = nn.CrossEntropyLoss()
    x, y = (torch.from_numpy(values) for values in data(workload, 120 if workload == "iris" else batch * steps))
    if workload == "cnn":
        x = x.reshape(-1, 28, 28)

    def step():
        for _ in range(steps if workload == "iris" else 1):
            for i in range(0, len(x), batch):
                optimizer.zero_grad()
                output = net(x[i : i + batch])
                loss = loss_of(output, y[i : i + batch])
                loss.backward()
                optimizer.step()
                loss.item()
                (output.argmax(1) == y[i : i + batch]).sum().item()

    return step


serve({"pytorch": torch.__version__}, make)
